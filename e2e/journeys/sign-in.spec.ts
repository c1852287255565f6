import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { dataDir, expect, nameOf, test } from "../fixtures";
import { type OidcServer, startOidcServer } from "../servers/oidc";

const root = fileURLToPath(new URL("../..", import.meta.url));
let provider: OidcServer;

const accounts = {
  maja: { name: nameOf("staff"), email: "staff@aminne.example", email_verified: true },
  nils: { name: "Nils Ny", email: "nils.ny@aminne.example", groups: ["Servicedesk"] },
  falsk: { name: "Falsk Person", email: "manager@aminne.example", email_verified: false },
  tom: { name: "Tom Utan Adress" },
};

test.beforeAll(async ({ baseURL }) => {
  provider = await startOidcServer([`${baseURL}/api/auth/callback/oidc-aminne`], accounts);
  const args = [
    "--import",
    "tsx",
    "e2e/servers/connect-sign-in.ts",
    "--issuer",
    provider.issuer,
    "--client",
    provider.clientId,
  ];
  const env = {
    ...process.env,
    DATA_DIR: dataDir(),
    E2E_CLIENT_SECRET: provider.clientSecret,
  };
  execFileSync(process.execPath, args, { cwd: root, env });
});
test.afterAll(() => provider.close());

/** Through the provider's own pages: name, any password, consent. */
async function throughProvider(page: Page, account: keyof typeof accounts): Promise<void> {
  await page.getByRole("link", { name: "Logga in med Kommunens konto" }).first().click();
  await page.locator("input[name=login]").fill(account);
  await page.locator("input[name=password]").fill("vad som helst");
  await page.getByRole("button", { name: /sign-in/i }).click();
  await page.getByRole("button", { name: /continue/i }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("signs in with the municipality's own account and comes back to the page", async ({ page, baseURL }) => {
      await page.goto("/account");
      await throughProvider(page, "maja");
      await page.waitForURL(`${baseURL}/account`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mitt konto");
      await expect(page.getByText("staff@aminne.example")).toBeVisible();
      const session = (await page.context().cookies()).find(({ name }) => name === "__Host-session");
      expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: "Lax", path: "/" });
    });
  });
}

test("a new person is made, with the roles that their groups give", async ({ page }) => {
  await page.goto("/account");
  await throughProvider(page, "nils");
  await expect(page.getByText("nils.ny@aminne.example")).toBeVisible();
  await expect(page.getByText("Handläggare, 1:a linjen – Åminne kommun")).toBeVisible();
});

test("an address that is someone else's, or none, is refused with a sentence", async ({ page, browser }) => {
  await page.goto("/sign-in");
  await throughProvider(page, "falsk");
  await expect(page.getByText("E-postadressen hör redan till ett annat konto.")).toBeVisible();
  const other = await browser.newPage();
  await other.goto("/sign-in");
  await throughProvider(other, "tom");
  await expect(other.getByText("Inloggningen gav ingen e-postadress.")).toBeVisible();
  await other.close();
});

test("an organisation that is not there is refused kindly", async ({ page }) => {
  await page.goto("/sign-in/ingenstans?return=/orders");
  await expect(page.getByText("Kommunen finns inte i serviceportalen.")).toBeVisible();
});

test("signing out ends the session on the server, and Back shows nothing", async ({ portal }) => {
  const page = await portal.signedInAs("staff2");
  await page.goto("/account");
  await expect(page.getByText("staff2@aminne.example")).toBeVisible();
  const cookies = await page.context().cookies();
  await page.locator("summary").click();
  await page.getByRole("button", { name: "Logga ut" }).click();
  await expect(page.getByRole("link", { name: "Logga in" }).first()).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Logga in");
  await page.context().addCookies(cookies);
  await page.goto("/account");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Logga in");
});

test("another browser's session is ended from the account page", async ({ portal }) => {
  const here = await portal.signedInAs("secretary");
  const there = await portal.signedInAs("secretary");
  await here.goto("/account");
  await here
    .getByRole("button", { name: /^Avsluta inloggningen/ })
    .first()
    .click();
  await expect(here.getByRole("button", { name: /^Avsluta inloggningen/ })).toHaveCount(0);
  await there.goto("/account");
  await expect(there.getByRole("heading", { level: 1 })).toHaveText("Logga in");
});

test("what was typed when the session had ended is there after signing in again", async ({ portal }) => {
  const page = await portal.signedInAs("representative");
  await page.goto("/account");
  await page.getByLabel("Namn på nyckeln").fill("Skolans skanner");
  const other = await portal.signedInAs("representative");
  await other.goto("/account");
  // Whatever else of this person's is still signed in, from other journeys, ends too.
  const endings = other.getByRole("button", { name: /^Avsluta inloggningen/ });
  await expect(endings.first()).toBeVisible();
  for (let left = await endings.count(); left > 0; left -= 1) {
    await endings.first().click();
    await expect(endings).toHaveCount(left - 1);
  }
  await page.getByRole("button", { name: "Skapa nyckeln" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Logga in");
  await page.getByRole("button", { name: nameOf("representative") }).click();
  await expect(page.getByLabel("Namn på nyckeln")).toHaveValue("Skolans skanner");
});

test("no page breaks its own content security policy", async ({ portal }) => {
  const page = await portal.signedInAs("admin");
  const broken: string[] = [];
  page.on("console", (message) => /Content.Security.Policy/i.test(message.text()) && broken.push(message.text()));
  page.on("pageerror", (fault) => broken.push(fault.message));
  for (const path of [
    "/",
    "/services",
    "/account",
    "/orders",
    "/approvals",
    "/desk",
    "/dev/mail",
    "/accessibility",
    "/ingen-sida",
  ]) {
    await page.goto(path, { waitUntil: "networkidle" });
  }
  expect(broken).toEqual([]);
});
