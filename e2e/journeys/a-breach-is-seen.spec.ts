import { expect, test } from "../fixtures";
import { approved, orderNow } from "../given";

test("a promise is told of at three quarters and when it breaks, once each, and the desk finds it", async ({
  portal,
}) => {
  const { reference, promise } = await approved(portal);
  const eventsOf = async () => {
    const { items } = await (await portal.api("lead", `/v1/tickets/${reference}/history?limit=100`)).json();
    return (items as { event: string }[]).map(({ event }) => event);
  };
  const lettersAbout = async (words: string) =>
    (await portal.lettersTo("lead")).filter(({ subject }) => subject === `${words}: ${reference}`);

  const eleventh = promise.ledger.find(({ number }) => number === 11);
  await portal.clock.to(`${eleventh?.date}T15:30:00+01:00`);
  const warning = await portal.letterTo("lead", `Snart för sent: ${reference}`);
  expect(warning.text).toContain("Tre fjärdedelar av tiden har gått.");
  expect(await lettersAbout("Brutet löfte")).toEqual([]);
  expect((await orderNow(portal, reference)).clock.state).toBe("running");

  await portal.clock.to(promise.dueAt);
  await portal.clock.advance("PT2M");
  const breach = await portal.letterTo("lead", `Brutet löfte: ${reference}`);
  expect((await orderNow(portal, reference)).clock.state).toBe("breached");

  const lead = await portal.signedInAs("lead");
  const openLetter = breach.links.find((link) => link.endsWith(`/desk/orders/${reference}`));
  await lead.goto(openLetter ?? "");
  await expect(lead.getByText("Försenad sedan i dag").first()).toBeVisible();
  await lead.goto("/desk");
  await lead
    .getByRole("navigation", { name: "Vyer" })
    .getByRole("link", { name: /^Brutna löften/ })
    .click();
  const row = lead.getByRole("row").filter({ hasText: reference });
  await expect(row).toContainText("Försenad");
  await lead.getByRole("searchbox", { name: /^Sök nummer/ }).fill(reference.replace("-", " "));
  await lead.getByRole("button", { name: "Visa", exact: true }).click();
  await expect(lead.getByRole("row")).toHaveCount(2);
  await expect(row).toContainText("Maja Ekdahl");

  // A day later the sweep has passed it by again: another order's pause has ended in the same round.
  const other = await approved(portal);
  const later = new Date((await portal.clock.now()).getTime() + 3_600_000).toISOString();
  const pause = { reason: "Vi väntar på ett fodral.", waitingFor: "other", reviewAt: later };
  const paused = await portal.api("first", `/v1/tickets/${other.reference}/pauses`, {
    method: "POST",
    body: JSON.stringify(pause),
  });
  expect(paused.status).toBe(201);
  await portal.clock.advance("P1D");
  await expect.poll(async () => (await orderNow(portal, other.reference)).waiting).toBeNull();
  const told = (await eventsOf()).filter((event) => event === "tickets.warned" || event === "tickets.breached");
  expect(told).toEqual(["tickets.warned", "tickets.breached"]);
  expect(await lettersAbout("Snart för sent")).toHaveLength(1);
  expect(await lettersAbout("Brutet löfte")).toHaveLength(1);
});
