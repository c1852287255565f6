import type { Page } from "@playwright/test";
import { localDate } from "@/lib/base/format";
import { expect, nameOf, type Portal, test } from "../fixtures";
import { orderNow, placed } from "../given";
import { approve } from "../steps";

/** The manager lets the coordinator stand in, this day by the portal's clock and no other. */
async function standInToday(portal: Portal): Promise<void> {
  const today = localDate(await portal.clock.now(), "Europe/Stockholm");
  const manager = await portal.signedInAs("manager", { opening: "/approvals" });
  await manager.getByRole("link", { name: "Ordna en ersättare" }).click();
  await expect(manager.getByRole("heading", { level: 1 })).toHaveText("Ordna en ersättare");
  await manager.getByLabel("Vem ska ersätta?").fill("Ingen Alls");
  await manager.getByLabel("Första dagen").fill(today);
  await manager.getByLabel("Sista dagen").fill(today);
  await manager.getByRole("button", { name: "Ordna ersättaren" }).click();
  const summary = manager.getByRole("main").getByRole("alert");
  await expect(summary.getByRole("link")).toHaveText([/^Vi hittar ingen med det namnet/]);
  await expect(manager.getByLabel("Sista dagen")).toHaveValue(today);
  await manager.getByLabel("Vem ska ersätta?").fill(nameOf("coordinator"));
  await manager.getByRole("button", { name: "Ordna ersättaren" }).click();
  await expect(manager).toHaveURL(/\/approvals$/);
  await expect(endButton(manager)).toBeVisible();
}

const endButton = (page: Page) =>
  page.getByRole("button", { name: `Avsluta: ${nameOf("coordinator")} ersätter ${nameOf("manager")}` });

test("a substitute approves on the days between the two dates, and on no other", async ({ portal }) => {
  await standInToday(portal);
  const { reference } = await placed(portal);
  const letter = await portal.letterTo("coordinator", `Godkänn beställning ${reference}`);
  const substitute = await portal.signedInAs("coordinator", { opening: letter.links[0] ?? "" });
  await approve(substitute);
  const order = await orderNow(portal, reference);
  expect(order.status).toBe("preparing");
  expect(order.approvals[0]).toMatchObject({ decision: "approved", decidedBy: "Kim Öberg" });

  await portal.clock.advance("P1D");
  const { reference: later } = await placed(portal);
  await portal.letterTo("manager", `Godkänn beställning ${later}`);
  await substitute.goto(`/approvals/${later}`);
  await expect(substitute.getByRole("heading", { level: 1 })).toHaveText("Sidan finns inte");
  const direct = { method: "POST", body: JSON.stringify({ decision: "approved" }) };
  expect([403, 404]).toContain((await portal.api("coordinator", `/v1/orders/${later}/approvals`, direct)).status);
  expect((await orderNow(portal, later)).status).toBe("awaiting_approval");
});

test("nobody approves an order of their own", async ({ portal }) => {
  const { reference } = await placed(portal, "manager");
  const own = await portal.signedInAs("manager");
  await own.goto(`/approvals/${reference}`);
  await expect(own.getByText("Du har beställt själv, så någon annan tar ställning.")).toBeVisible();
  await expect(own.getByRole("radio")).toHaveCount(0);
  const direct = { method: "POST", body: JSON.stringify({ decision: "approved" }) };
  expect((await portal.api("manager", `/v1/orders/${reference}/approvals`, direct)).status).toBe(403);
  expect((await portal.letterTo("manager2", `Godkänn beställning ${reference}`)).links[0]).toContain(
    `/approvals/${reference}`,
  );
});

test("a substitute who is ended approves nothing more, at once and without script", async ({ portal }) => {
  await standInToday(portal);
  const { reference } = await placed(portal);
  const substitute = await portal.signedInAs("coordinator", { opening: `/approvals/${reference}` });
  await expect(substitute.getByRole("radio", { name: "Godkänn" })).toBeVisible();
  const manager = await portal.signedInAs("manager", { opening: "/approvals", javaScript: false });
  await endButton(manager).click();
  await expect(endButton(manager)).toHaveCount(0);
  await substitute.reload();
  await expect(substitute.getByRole("heading", { level: 1 })).toHaveText("Sidan finns inte");
});
