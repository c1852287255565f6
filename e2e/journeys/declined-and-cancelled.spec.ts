import { expect, test } from "../fixtures";
import { approved, orderNow, placed } from "../given";
import { decline } from "../steps";

test("a decline needs a reason, and the reason reaches whoever ordered", async ({ portal }) => {
  const { reference } = await placed(portal);
  const letter = await portal.letterTo("manager", `Godkänn beställning ${reference}`);
  const manager = await portal.signedInAs("manager", { opening: letter.links[0] ?? "" });
  await decline(manager, "");
  await expect(manager.getByRole("main").getByRole("alert")).toContainText("Skriv varför du säger nej");
  expect((await orderNow(portal, reference)).status).toBe("awaiting_approval");
  await decline(manager, "Vi har redan tre iPads som ingen använder.");
  await expect(manager.getByText("har sagt nej till beställningen")).toBeVisible();

  const told = await portal.letterTo("staff", `Beställning ${reference} fick nej`);
  expect(told.text).toContain("Vi har redan tre iPads som ingen använder.");
  const staff = await portal.signedInAs("staff", { opening: told.links[0] ?? "" });
  await expect(staff.getByRole("main")).toContainText("Vi har redan tre iPads som ingen använder.");
  await expect(staff.getByRole("main")).toContainText("Nekad");
  const order = await orderNow(portal, reference);
  expect([order.status, order.lines[0]?.status]).toEqual(["declined", "declined"]);
  expect(order.lines[0]?.tasks).toEqual([]);
});

test("whoever ordered cancels before anything is handed over, and what was prepared is taken back", async ({
  portal,
}) => {
  const { reference } = await approved(portal);
  const taskOf = async (kind: string) =>
    (await orderNow(portal, reference)).lines[0]?.tasks.find((task) => task.kind === kind)?.status;
  await expect.poll(() => taskOf("add_to_groups")).toBe("done");

  const staff = await portal.signedInAs("staff");
  await staff.goto(`/orders/${reference}`);
  await staff.getByRole("link", { name: "Avbryt beställningen" }).click();
  await staff.getByRole("button", { name: "Avbryt beställningen" }).click();
  await expect(staff.getByRole("main").getByRole("alert")).toContainText("Skriv varför du avbryter");
  await staff.getByRole("textbox").fill("Jag byter arbetsplats.");
  await staff.getByRole("button", { name: "Avbryt beställningen" }).click();
  await expect(staff).toHaveURL(new RegExp(`/orders/${reference}$`));
  await expect(staff.getByRole("main")).toContainText("Beställningen avbröts");
  await expect(staff.getByRole("link", { name: "Avbryt beställningen" })).toHaveCount(0);

  await expect.poll(() => taskOf("remove_from_groups")).toBe("done");
  const letter = await portal.letterTo("staff", `Beställning ${reference} är avbruten`);
  expect(letter.text).toContain("Jag byter arbetsplats.");
});

test("the servicedesk cancels with a reason that the requester reads", async ({ portal }) => {
  const { reference } = await approved(portal, "orderer");
  const agent = await portal.signedInAs("first");
  await agent.goto(`/desk/orders/${reference}`);
  await agent.getByText("Avbryt beställningen", { exact: true }).click();
  await agent.getByLabel("Varför avbryter du?").fill("Modellen går inte att få längre.");
  await agent.getByRole("button", { name: "Avbryt beställningen för gott" }).click();
  await expect(agent.getByText("Beställningen är avbruten. Beställaren har fått veta varför.")).toBeVisible();
  await expect(agent.getByRole("link", { name: "Registrera serienummer" })).toHaveCount(0);

  const letter = await portal.letterTo("orderer", `Beställning ${reference} är avbruten`);
  expect(letter.text).toContain("Modellen går inte att få längre.");
  const order = await orderNow(portal, reference);
  expect([order.status, order.cancelledReason]).toEqual(["cancelled", "Modellen går inte att få längre."]);
});
