import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Browser, test as base, expect, type Page } from "@playwright/test";
import { simpleParser } from "mailparser";
import { demoPersons } from "@/db/demo";
import { portalNameOf, portalOf } from "./portals";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Where the portal under test keeps its files. */
export const dataDir = (): string => portalOf(portalNameOf(base.info().project.name)).dataDir;

export type Municipality = "aminne" | "linderas";

/** Who signs in: the local part of a demo address. */
export type Persona = string;

export type Letter = {
  /** Which one it was of all that went out, by the name of its file. */
  number: number;
  to: string;
  /** Where an answer goes. */
  replyTo: string;
  messageId: string;
  subject: string;
  text: string;
  links: string[];
  attachments: { filename: string; text: string }[];
};

export type Portal = {
  /** A page of its own, signed in as this persona. */
  signedInAs: (who: Persona, options?: SignInOptions) => Promise<Page>;
  /** A page of its own on which nobody is signed in. */
  visitor: (options?: SignInOptions) => Promise<Page>;
  /** Letters that have gone out to this address, newest last. */
  lettersTo: (who: Persona, municipality?: Municipality) => Promise<Letter[]>;
  /** The letter to this address whose subject is this; waits until it has gone out. */
  letterTo: (who: Persona, subject: string | RegExp) => Promise<Letter>;
  clock: {
    now: () => Promise<Date>;
    advance: (duration: string) => Promise<Date>;
    to: (instant: string) => Promise<Date>;
  };
  api: (who: Persona, path: string, init?: RequestInit & { municipality?: Municipality }) => Promise<Response>;
};

type SignInOptions = {
  /** The address that sends them to sign in, a letter's link perhaps; they come back to it. */
  opening?: string;
  municipality?: Municipality;
  javaScript?: boolean;
  language?: "sv" | "en";
  colorScheme?: "light" | "dark";
};

/** By address. A worker that starts anew after a failure finds those of the one before. */
let tokens: Promise<Record<string, string>> | null = null;

async function tokenOf(email: string): Promise<string> {
  tokens ??= makeTokens();
  return (await tokens)[email] ?? "";
}

/** Without holding up this process: connections that the server closes meanwhile would be taken for open ones. */
async function makeTokens(): Promise<Record<string, string>> {
  const kept = join(dataDir(), "tokens.json");
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
  const env = { ...process.env, DATA_DIR: dataDir(), LOG_LEVEL: "silent" };
  const args = ["--import", "tsx", "e2e/servers/tokens.ts"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, encoding: "utf8", env });
  writeFileSync(kept, stdout);
  return JSON.parse(stdout);
}

/** The invented name behind a demo address. */
export function nameOf(who: Persona, municipality: Municipality = "aminne"): string {
  const person = demoPersons.find(({ email }) => email === who);
  if (!person) throw new Error(`the demo has no ${who}`);
  return person.names[municipality === "aminne" ? 0 : 1];
}

async function openPage(browser: Browser, baseURL: string, options: SignInOptions): Promise<Page> {
  const { javaScript = true, language, colorScheme } = options;
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: javaScript,
    locale: language === "en" ? "en-GB" : "sv-SE",
    timezoneId: "Europe/Stockholm",
    ...(colorScheme ? { colorScheme } : {}),
  });
  return context.newPage();
}

/** An answer that was no success is the journey's to judge. */
const isExpected = /Failed to load resource|Failed to fetch|net::ERR_/;

/** What went wrong in the page itself: an error of its script, markup that was not the server's, something its security policy stopped. */
function noteComplaints(page: Page, complaints: string[]): void {
  page.on("pageerror", ({ message }) => complaints.push(`${page.url()}: ${message}`));
  page.on("console", (message) => {
    if (message.type() !== "error" || isExpected.test(message.text())) return;
    complaints.push(`${page.url()}: ${message.text()}`);
  });
}

/** On the sign-in page: chooses whom to be, and waits for the page that asked for it. */
export async function poseAs(page: Page, who: Persona, municipality: Municipality = "aminne"): Promise<void> {
  await page.getByRole("button", { name: nameOf(who, municipality) }).click();
  await expect(page).not.toHaveURL(/\/sign-in/);
}

/** Letters by their file: what has gone out never changes. */
const read = new Map<string, Letter>();

async function readLetters(address: string): Promise<Letter[]> {
  const folder = join(dataDir(), "mail");
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".eml"))
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  const letters: Letter[] = [];
  for (const file of files) {
    const path = join(folder, file);
    const letter = read.get(path) ?? (await readLetter(path));
    read.set(path, letter);
    if (letter.to.includes(address)) letters.push(letter);
  }
  return letters;
}

async function readLetter(path: string): Promise<Letter> {
  const mail = await simpleParser(readFileSync(path));
  const to = Array.isArray(mail.to) ? mail.to[0]?.text : mail.to?.text;
  const text = mail.text ?? "";
  return {
    number: Number.parseInt(basename(path), 10),
    to: to ?? "",
    replyTo: mail.replyTo?.value[0]?.address ?? "",
    messageId: mail.messageId ?? "",
    subject: mail.subject ?? "",
    text,
    links: [...text.matchAll(/https?:\/\/\S+/g)].map(([link]) => link),
    attachments: mail.attachments.map(({ filename, content }) => ({
      filename: filename ?? "",
      text: content.toString("utf8"),
    })),
  };
}

async function awaitLetter(address: string, subject: string | RegExp): Promise<Letter> {
  const fits = (letter: Letter) =>
    typeof subject === "string" ? letter.subject === subject : subject.test(letter.subject);
  const found = async () => (await readLetters(address)).find(fits);
  await expect.poll(found, { message: `a letter to ${address}: ${subject}` }).toBeTruthy();
  return (await found()) as Letter;
}

export const test = base.extend<{ portal: Portal }>({
  portal: async ({ browser, baseURL }, use) => {
    const origin = baseURL ?? "";
    const opened: Page[] = [];
    const complaints: string[] = [];
    const api: Portal["api"] = async (who, path, { municipality = "aminne", ...init } = {}) =>
      fetch(`${origin}/api${path}`, {
        ...init,
        headers: {
          authorization: `Bearer ${await tokenOf(`${who}@${municipality}.example`)}`,
          "content-type": "application/json",
          ...(init.headers as Record<string, string> | undefined),
        },
      });
    const move = async (body: Record<string, string>) => {
      const answer = await api("admin", "/dev/clock", { method: "POST", body: JSON.stringify(body) });
      expect(answer.status, "the clock moves").toBe(200);
      return new Date(((await answer.json()) as { now: string }).now);
    };
    const visitor: Portal["visitor"] = async (options = {}) => {
      const page = await openPage(browser, origin, options);
      opened.push(page);
      noteComplaints(page, complaints);
      return page;
    };
    await use({
      visitor,
      signedInAs: async (who, options = {}) => {
        const page = await visitor(options);
        await page.goto(options.opening ?? "/sign-in");
        await poseAs(page, who, options.municipality);
        return page;
      },
      lettersTo: (who, municipality = "aminne") => readLetters(`${who}@${municipality}.example`),
      letterTo: (who, subject) => awaitLetter(`${who}@aminne.example`, subject),
      clock: {
        now: () => move({ advance: "PT0S" }),
        advance: (duration) => move({ advance: duration }),
        to: (instant) => move({ at: instant }),
      },
      api,
    });
    for (const page of opened) await page.context().close();
    expect(complaints, "what the browser's console complained of").toEqual([]);
  },
});

export { expect };
