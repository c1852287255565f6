import { formatDay } from "@/lib/base/format";
import { expect, type Portal, test } from "../fixtures";
import { approved, type LedgerDay, nextPlainFriday, orderNow } from "../given";
import { at } from "../stockholm";

const zoned = { language: "sv", timeZone: "Europe/Stockholm" } as const;
const dayMs = 86_400_000;

test("a pause from Friday to Tuesday moves the promise by the one working day that was waited through", async ({
  portal,
}) => {
  const friday = await nextPlainFriday(portal);
  const dates = [0, 1, 2, 3, 4].map((days) => new Date(Date.parse(`${friday}T12:00:00Z`) + days * dayMs));
  const [, , , monday, tuesday] = dates as [Date, Date, Date, Date, Date];
  await portal.clock.to(at(friday, "10:00"));
  const { reference, promise: before } = await approved(portal);

  const agent = await portal.signedInAs("first");
  await agent.goto(`/desk/orders/${reference}`);
  await agent.getByText("Pausa", { exact: true }).click();
  await agent.getByRole("radio", { name: "Beställaren" }).check();
  await agent.getByLabel("Varför väntar vi?").fill("Vilken färg ska fodralet ha?");
  await agent.getByLabel("Dag", { exact: true }).fill(String(tuesday.getUTCDate()));
  await agent.getByLabel("Månad").fill(String(tuesday.getUTCMonth() + 1));
  await agent.getByLabel("År").fill(String(tuesday.getUTCFullYear()));
  await agent.getByRole("button", { name: "Pausa och meddela" }).click();
  await expect(agent.getByText("Pausad. Beställaren har fått veta varför.")).toBeVisible();
  await expect(agent.getByText("Väntar på svar från Maja Ekdahl")).toBeVisible();

  const letter = await portal.letterTo("staff", `Ärende ${reference} väntar`);
  expect(letter.text).toContain("Vilken färg ska fodralet ha?");
  expect(letter.text).toContain(formatDay(tuesday, zoned));

  const staff = await portal.signedInAs("staff");
  await staff.goto(letter.links[0] ?? "");
  await expect(staff.getByText("Din tur: vi väntar på svar från dig").first()).toBeVisible();

  await portal.clock.to(at(tuesday.toISOString().slice(0, 10), "09:00"));
  await expect.poll(async () => (await orderNow(portal, reference)).waiting).toBeNull();
  const after = await orderNow(portal, reference);
  expect(after.clock.state).toBe("running");
  const mondayDate = monday.toISOString().slice(0, 10);
  expect(after.promise.ledger.filter(({ code }) => code === "paused").map(({ date }) => date)).toEqual([mondayDate]);
  const nextWorkingDay = await dayAfter(portal, before);
  expect(after.promise.dueAt.slice(0, 10)).toBe(nextWorkingDay);

  await staff.reload();
  const due = formatDay(new Date(after.promise.dueAt), zoned);
  const strip = staff.getByRole("list", { name: `Dag för dag till ${due}` });
  await expect(strip.getByText(/räknas inte, pausad: väntar på beställaren/)).toHaveCount(1);
  await expect(strip.getByText(/Senast den här dagen/)).toContainText(formatDay(nextWorkingDay, zoned).slice(0, -5));
  await agent.reload();
  await expect(agent.getByText("Pausen är slut")).toBeVisible();
});

/** The working day after a promise's last, as a quote counts it. */
async function dayAfter(portal: Portal, promise: { dueAt: string; ledger: { date: string }[] }): Promise<string> {
  const receivedAt = `${promise.dueAt.slice(0, 10)}T12:00:00Z`;
  const answer = await portal.api("first", "/v1/quotes", {
    method: "POST",
    body: JSON.stringify({ service: "ipad", receivedAt }),
  });
  const { ledger } = (await answer.json()) as { ledger: LedgerDay[] };
  return ledger.find(({ counted }) => counted)?.date ?? "";
}
