import { expect, test } from "../fixtures";
import { approved, orderNow } from "../given";
import { approve } from "../steps";

test("a change after the approval asks again, shows the difference, and binds the answer to it", async ({ portal }) => {
  const { reference } = await approved(portal);
  const staff = await portal.signedInAs("staff");
  await staff.goto(`/orders/${reference}`);
  await staff.getByRole("link", { name: "Ändra beställningen" }).click();
  await staff.getByRole("radio", { name: "iPad Pro 11 tum, 256 GB" }).check();
  await staff.getByLabel("Kodsträng").selectOption("2110-20");
  await staff.getByRole("button", { name: "Spara ändringen" }).click();
  await expect(staff).toHaveURL(new RegExp(`/orders/${reference}$`));
  await expect(staff.getByRole("main")).toContainText("Beställningen ändrades");
  await expect(staff.getByRole("main")).toContainText("Ett nytt godkännande behövdes.");

  const asked = await orderNow(portal, reference);
  expect(asked.status).toBe("awaiting_approval");
  expect(asked.approvals.map(({ round, decision }) => [round, decision])).toEqual([
    [1, "approved"],
    [2, null],
  ]);
  const old = { decision: "approved", contentHash: asked.approvals[0]?.contentHash };
  const late = await portal.api("manager", `/v1/orders/${reference}/approvals`, {
    method: "POST",
    body: JSON.stringify(old),
  });
  expect(late.status, "an answer to what was asked before").toBe(409);

  const letters = async () =>
    (await portal.lettersTo("manager")).filter(({ subject }) => subject === `Godkänn beställning ${reference}`);
  await expect.poll(async () => (await letters()).length).toBe(2);
  const second = (await letters())[1];
  expect(second?.text).toContain("Ändrat: Kodsträng var 2110-10 och är nu 2110-20.");

  const manager = await portal.signedInAs("manager", { opening: second?.links[0] ?? "" });
  const main = manager.getByRole("main");
  await expect(main).toContainText("2110-10");
  await expect(main).toContainText("2110-20");
  await expect(main).toContainText("iPad Pro 11 tum, 256 GB");
  await approve(manager);
  const after = await orderNow(portal, reference);
  expect([after.status, after.hardware, after.costCentre]).toEqual(["preparing", "ipad-pro-11", "2110-20"]);
});
