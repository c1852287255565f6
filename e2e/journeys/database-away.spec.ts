import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { dataDir, expect, test } from "../fixtures";
import { ordersTo } from "../given";
import { answer, beginOrder, goOnToCheck, referenceIn, sendOrder } from "../steps";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** While `act` runs nobody reaches the database, the portal least of all. */
async function whileDatabaseIsAway(act: () => Promise<void>): Promise<void> {
  const env = { ...process.env, DATA_DIR: dataDir(), DATABASE_URL: "", LOG_LEVEL: "silent" };
  const closer = spawn(process.execPath, ["--import", "tsx", "e2e/servers/close-database.ts"], {
    ...{ cwd: root, env, stdio: ["pipe", "pipe", "inherit"] },
  });
  const ended = once(closer, "exit");
  await once(closer.stdout, "data");
  try {
    await act();
  } finally {
    closer.stdin.end();
    await ended;
  }
}

async function untilItIsBack(page: Page): Promise<void> {
  await expect.poll(async () => (await page.request.get("/api/health/ready")).status()).toBe(200);
}

const unreachable = /^Vi når inte portalen just nu/;
const gone = /Serviceportalen svarar inte just nu/;
const sendButton = (page: Page) => page.getByRole("button", { name: "Skicka beställningen" });

test("an order is sent while the database is away: the page says so, keeps what was typed, and one order comes of it", async ({
  portal,
}) => {
  const deliverTo = `Rum utan databas ${(await portal.clock.now()).getTime()}`;
  const page = await portal.signedInAs("staff");
  await beginOrder(page);
  await answer(page, { deliverTo });
  await whileDatabaseIsAway(async () => {
    await page.getByRole("button", { name: "Fortsätt", exact: true }).click();
    await expect(page.getByText(unreachable)).toBeVisible();
    await expect(page.getByLabel("Var ska vi lämna den?")).toHaveValue(deliverTo);
  });
  await untilItIsBack(page);
  await goOnToCheck(page);
  await whileDatabaseIsAway(async () => {
    await sendButton(page).click();
    await expect(page.getByText(unreachable)).toBeVisible();
  });
  await untilItIsBack(page);
  const reference = await sendOrder(page);
  expect(await ordersTo(portal, deliverTo)).toEqual([reference]);
});

test("without script the browser's reload sends again what the page was asked while the database was away", async ({
  portal,
}) => {
  const deliverTo = `Utan skript och databas ${(await portal.clock.now()).getTime()}`;
  const page = await portal.signedInAs("staff", { javaScript: false });
  await beginOrder(page);
  await answer(page, { deliverTo });
  await goOnToCheck(page);
  await whileDatabaseIsAway(async () => {
    await sendButton(page).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(gone);
  });
  await untilItIsBack(page);
  await page.reload();
  await expect(page).toHaveURL(/\/confirmation(#|$)/);
  expect(await ordersTo(portal, deliverTo)).toEqual([referenceIn(page)]);
});
