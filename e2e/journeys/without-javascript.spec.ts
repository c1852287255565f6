import { expect, test } from "../fixtures";
import { orderNow, serialNumberFor, untilReady } from "../given";
import { answer, approve, beginOrder, goOnToCheck, handOver, sendOrder } from "../steps";

const javaScript = false;

test("the whole order without script: faults, another language, approval, hand-over and receipt", async ({
  portal,
}) => {
  const staff = await portal.signedInAs("staff", { javaScript });
  await beginOrder(staff);

  await test.step("faults are told, and nothing typed is lost", async () => {
    await staff.getByLabel("Var ska vi lämna den?").fill("Rum 3, Björkskolan");
    await staff.getByLabel("Något vi behöver veta?").fill("Ring 0500-10 20 31 först.");
    await staff.getByRole("button", { name: "Fortsätt", exact: true }).click();
    const summary = staff.getByRole("main").getByRole("alert");
    await expect(summary).toContainText("Det finns ett problem");
    await expect(summary.getByRole("link")).toHaveText(["Välj en modell", "Ange en kodsträng"]);
    await expect(staff).toHaveTitle(/^Fel: /);
    await expect(staff.getByLabel("Var ska vi lämna den?")).toHaveValue("Rum 3, Björkskolan");
    await expect(staff.getByLabel("Något vi behöver veta?")).toHaveValue("Ring 0500-10 20 31 först.");
    await summary.getByRole("link", { name: "Ange en kodsträng" }).click();
    await expect(staff).toHaveURL(/#costCentre$/);
  });

  await test.step("so does another language in the middle of the form", async () => {
    await staff.getByRole("button", { name: "English" }).click();
    await expect(staff.getByRole("heading", { level: 1 })).toHaveText("Order iPad");
    await expect(staff.getByLabel("Where are we to hand it over?")).toHaveValue("Rum 3, Björkskolan");
    await staff.getByRole("button", { name: "Svenska" }).click();
    await expect(staff.getByLabel("Var ska vi lämna den?")).toHaveValue("Rum 3, Björkskolan");
  });

  await answer(staff, { deliverTo: "Rum 4, Björkskolan" });
  await goOnToCheck(staff);
  await expect(staff.getByRole("main")).toContainText("Ring 0500-10 20 31 först.");
  const reference = await sendOrder(staff);
  await staff.goBack();
  await expect(staff).toHaveURL(new RegExp(`/orders/${reference}/confirmation(#|$)`));

  await test.step("the manager approves", async () => {
    const asked = await portal.letterTo("manager", `Godkänn beställning ${reference}`);
    await approve(await portal.signedInAs("manager", { javaScript, opening: asked.links[0] ?? "" }));
  });

  await test.step("the agent registers, ticks and hands over", async () => {
    const agent = await portal.signedInAs("third", { javaScript });
    await agent.goto(`/desk/orders/${reference}`);
    await agent.getByRole("link", { name: "Registrera serienummer" }).click();
    const field = agent.getByRole("textbox", { name: /^Serienummer för/ });
    await field.fill("för kort");
    await agent.getByRole("button", { name: "Spara serienumret" }).click();
    await expect(agent.getByRole("main").getByRole("alert")).toContainText(
      "Skriv serienumret som det står på kartongen",
    );
    await expect(field).toHaveValue("för kort");
    await field.fill(serialNumberFor(reference));
    await agent.getByRole("button", { name: "Spara serienumret" }).click();
    await expect(agent.getByText("Alla enheter har serienummer")).toBeVisible();
    await untilReady(portal, reference);
    await handOver(agent, reference, "Maja Ekdahl", ["Laddad och testad"]);
  });

  await test.step("the recipient confirms", async () => {
    await staff.goto(`/orders/${reference}`);
    await staff.getByRole("button", { name: "Jag har fått den" }).click();
    await expect(staff.getByRole("button", { name: "Jag har fått den" })).toHaveCount(0);
    const order = await orderNow(portal, reference);
    expect([order.clock.state, order.lines[0]?.status]).toEqual(["met", "acknowledged"]);
  });
});
