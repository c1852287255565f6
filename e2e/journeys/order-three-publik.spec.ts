import { expect, test } from "../fixtures";
import { approved, orderNow, serialNumberFor, untilReady } from "../given";
import { goOnToCheck, handOver, sendOrder } from "../steps";

test("an authorised orderer orders three Publik for a unit, and each gets its DEV account", async ({ portal }) => {
  const orderer = await portal.signedInAs("orderer");
  await orderer.goto("/services/ipad/order/form");
  await orderer.getByRole("radio", { name: "Publik", exact: true }).check();
  await orderer.getByRole("radio", { name: "iPad Air 11 tum, 128 GB" }).check();
  await expect(orderer.getByRole("group", { name: "Vem ska ha den?" })).toBeHidden();
  await orderer.getByLabel("Hur många?").fill("3");
  await orderer.getByLabel("Kodsträng").selectOption("2110-20");
  await orderer.getByLabel("Var ska vi lämna den?").fill("Biblioteket, Björkskolan");
  await goOnToCheck(orderer);
  const main = orderer.getByRole("main");
  await expect(main).toContainText("3 st");
  await expect(main).toContainText("Anders Wallmark får ett brev och godkänner");
  const reference = await sendOrder(orderer);

  const placed = await orderNow(portal, reference);
  expect(placed.lines.map(({ variant, recipient }) => [variant, recipient])).toEqual(Array(3).fill(["publik", null]));
  expect(placed.unit).toBe("bjorkskolan");

  const decided = await portal.api("manager", `/v1/orders/${reference}/approvals`, {
    method: "POST",
    body: JSON.stringify({ decision: "approved" }),
  });
  expect(decided.status).toBe(201);

  const agent = await portal.signedInAs("second");
  await agent.goto(`/desk/orders/${reference}`);
  await agent.getByRole("link", { name: "Registrera serienummer" }).click();
  const numbers = [1, 2, 3].map((position) => serialNumberFor(reference, position));
  await agent.getByLabel("Serienummer, ett på varje rad").fill(["Serienummer;Modell", ...numbers].join("\n"));
  await agent.getByRole("button", { name: "Granska innan du sparar" }).click();
  await expect(agent.getByRole("row").filter({ hasText: "Går att spara" })).toHaveCount(3);
  await agent.getByRole("button", { name: "Spara 3 serienummer" }).click();
  await expect(agent.getByText("Serienumren är registrerade.")).toBeVisible();

  const ready = await untilReady(portal, reference);
  const accounts = ready.lines.map(({ deviceAccount }) => deviceAccount ?? "");
  expect(new Set(accounts).size).toBe(3);
  await agent.goto(`/desk/orders/${reference}`);
  for (const [n, account] of accounts.entries()) {
    expect(account).toMatch(/^DEV/i);
    const steps = agent.getByRole("list", { name: "Steg för Delad enhet" }).nth(n);
    await expect(steps).toContainText(`Katalogen svarar att kontot ${account} finns.`);
    await expect(steps).toContainText("ipad-publik");
  }

  await handOver(agent, reference, "Britta Åkerlund");
  const delivered = await orderNow(portal, reference);
  expect(delivered.status).toBe("delivered");
  expect(delivered.clock.state).toBe("met");
});

test("ordinary staff cannot order a Publik: the page says whom to ask, and the server refuses", async ({ portal }) => {
  const staff = await portal.signedInAs("staff");
  await staff.goto("/services/ipad/order");
  const main = staff.getByRole("main");
  await expect(main).toContainText("Be någon av dem som får beställa den");
  await expect(main).toContainText("Britta Åkerlund");
  await staff.goto("/services/ipad/order/form");
  await expect(main).toContainText("Britta Åkerlund");
  await expect(staff.getByRole("radio", { name: "Publik" })).toHaveCount(0);

  const { lines: _, ...like } = await approved(portal, "orderer", { hardware: "ipad-11" });
  const order = {
    ...{ service: "ipad", variant: "publik", hardware: "ipad-11", quantity: 3, recipients: [], addOns: [] },
    ...{ costCentre: like.costCentre, deliverTo: like.deliverTo, unit: like.unit },
  };
  const refused = await portal.api("staff", "/v1/orders", { method: "POST", body: JSON.stringify(order) });
  expect(refused.status).toBe(400);
  expect(refused.headers.get("content-type")).toContain("application/problem+json");
  const problem = (await refused.json()) as { errors: { path: string; message: string }[] };
  expect(problem.errors).toContainEqual({
    path: "variant",
    message: "Bara behörig IT-beställare eller IT-samordnare beställer Publik. Fråga den som är det på din enhet",
  });
  const allowed = await portal.api("orderer", "/v1/orders", { method: "POST", body: JSON.stringify(order) });
  expect(allowed.status, "the same order from whoever may").toBe(201);
});
