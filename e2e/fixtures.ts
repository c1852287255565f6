import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, test as base, expect, type Page } from "@playwright/test";
import { simpleParser } from "mailparser";
import { demoPersons } from "@/db/demo";

const root = fileURLToPath(new URL("..", import.meta.url));
const dataDir = process.env.E2E_DATA_DIR ?? ".data";

export type Municipality = "aminne" | "linderas";

/** Who signs in: the local part of a demo address. */
export type Persona = string;

export type Letter = { to: string; subject: string; text: string; links: string[] };

type Portal = {
  /** A page of its own, signed in as this persona. */
  signedInAs: (who: Persona, options?: SignInOptions) => Promise<Page>;
  /** Letters that have gone out to this address, newest last. */
  lettersTo: (who: Persona, municipality?: Municipality) => Promise<Letter[]>;
  clock: { advance: (duration: string) => Promise<Date>; to: (instant: string) => Promise<Date> };
  api: (who: Persona, path: string, init?: RequestInit & { municipality?: Municipality }) => Promise<Response>;
};

type SignInOptions = {
  municipality?: Municipality;
  javaScript?: boolean;
  language?: "sv" | "en";
  colorScheme?: "light" | "dark";
};

/** One token a persona and run: making one takes a second. */
const tokens = new Map<string, string>();

function tokenOf(email: string): string {
  const known = tokens.get(email);
  if (known) return known;
  const args = ["--import", "tsx", "lib/commands/token.ts", "--as", email];
  const environment = { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: "silent" };
  const made = execFileSync(process.execPath, args, { cwd: root, encoding: "utf8", env: environment }).trim();
  tokens.set(email, made);
  return made;
}

/** The invented name behind a demo address. */
export function nameOf(who: Persona, municipality: Municipality = "aminne"): string {
  const person = demoPersons.find(({ email }) => email === who);
  if (!person) throw new Error(`the demo has no ${who}`);
  return person.names[municipality === "aminne" ? 0 : 1];
}

async function signIn(browser: Browser, baseURL: string, who: Persona, options: SignInOptions): Promise<Page> {
  const { municipality = "aminne", javaScript = true, language, colorScheme } = options;
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: javaScript,
    locale: language === "en" ? "en-GB" : "sv-SE",
    timezoneId: "Europe/Stockholm",
    ...(colorScheme ? { colorScheme } : {}),
  });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: nameOf(who, municipality) }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  return page;
}

async function readLetters(address: string): Promise<Letter[]> {
  const folder = join(dataDir, "mail");
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".eml"))
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  const letters: Letter[] = [];
  for (const file of files) {
    const mail = await simpleParser(readFileSync(join(folder, file)));
    const to = Array.isArray(mail.to) ? mail.to[0]?.text : mail.to?.text;
    if (!to?.includes(address)) continue;
    const text = mail.text ?? "";
    letters.push({
      to,
      subject: mail.subject ?? "",
      text,
      links: [...text.matchAll(/https?:\/\/\S+/g)].map(([link]) => link),
    });
  }
  return letters;
}

export const test = base.extend<{ portal: Portal }>({
  portal: async ({ browser, baseURL }, use) => {
    const origin = baseURL ?? "";
    const opened: Page[] = [];
    const api: Portal["api"] = (who, path, { municipality = "aminne", ...init } = {}) =>
      fetch(`${origin}/api${path}`, {
        ...init,
        headers: {
          authorization: `Bearer ${tokenOf(`${who}@${municipality}.example`)}`,
          "content-type": "application/json",
          ...(init.headers as Record<string, string> | undefined),
        },
      });
    const move = async (body: Record<string, string>) => {
      const answer = await api("admin", "/dev/clock", { method: "POST", body: JSON.stringify(body) });
      expect(answer.status, "the clock moves").toBe(200);
      return new Date(((await answer.json()) as { now: string }).now);
    };
    await use({
      signedInAs: async (who, options = {}) => {
        const page = await signIn(browser, origin, who, options);
        opened.push(page);
        return page;
      },
      lettersTo: (who, municipality = "aminne") => readLetters(`${who}@${municipality}.example`),
      clock: { advance: (duration) => move({ advance: duration }), to: (instant) => move({ at: instant }) },
      api,
    });
    for (const page of opened) await page.context().close();
  },
});

export { expect };
