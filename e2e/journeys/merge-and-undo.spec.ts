import { expect, test } from "../fixtures";
import { posted, reported, ticketNow } from "../tickets";

test("a merge finds the other, shows both, and is undone as it was", async ({ portal }) => {
  const into = await reported(portal, "Projektorn blinkar i sal 4");
  const reference = await reported(portal, "Projektorn blinkar igen");
  const reviewAt = new Date((await portal.clock.now()).getTime() + 7 * 86_400_000).toISOString();
  const pause = { reason: "Vilken projektor?", waitingFor: "requester", reviewAt };
  await posted(portal, "first", `/v1/tickets/${reference}/pauses`, pause);
  const agent = await portal.signedInAs("first");
  await agent.goto(`/desk/tickets/${reference}`);

  await agent.getByRole("link", { name: "Lägg ihop eller markera dubblett" }).click();
  await agent.getByLabel("Ärendenummer eller ord ur rubriken").fill("projektorn blinkar");
  await agent.getByRole("button", { name: "Sök ärende" }).click();
  await agent.getByRole("link", { name: `Välj ${into}` }).click();
  await expect(agent.getByRole("region", { name: "Det här avslutas" })).toContainText("Projektorn blinkar igen");
  await expect(agent.getByRole("region", { name: "Det här går vidare" })).toContainText("sal 4");
  await agent.getByRole("button", { name: "Lägg ihop" }).click();
  await expect(agent.getByText("Ärendena är ihoplagda.")).toBeVisible();
  expect((await ticketNow(portal, reference)).status).toBe("cancelled");

  await agent.getByRole("button", { name: "Ångra", exact: true }).click();
  await expect(agent.getByText("Ångrat. Ärendet är som det var.")).toBeVisible();
  expect((await ticketNow(portal, reference)).status).toBe("paused");
  await expect(agent.getByText("Maja Ekdahl har turen")).toBeVisible();
});
