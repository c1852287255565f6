import type { Page } from "@playwright/test";
import { expect, type Letter, type Portal, test } from "../fixtures";
import { nextPlainFriday } from "../given";
import { at } from "../stockholm";
import { posted, reported, ticketNow } from "../tickets";

/** Two hours to a first answer, by the servicedesk's own hours: 7–17, on Fridays to 16. */
const urgent = { impact: 4, urgency: 1 };

type Pass = {
  /** Half an hour before it closes, and the days after that on which it does not open. */
  openedAt: string;
  closed: string[];
  /** The first day on which it opens again: at 8 an hour and a half has run, at 8.30 two hours. */
  opens: string;
};

const clockLine = (page: Page) => page.locator(".clock").filter({ hasText: /^Svar/ });

/** Letters about the first answer to this ticket. */
async function told(portal: Portal, reference: string, subject: string): Promise<string[]> {
  const letters: Letter[] = [];
  for (const who of ["first", "lead", "admin"]) letters.push(...(await portal.lettersTo(who)));
  const about = letters.filter(
    (letter) => letter.subject === `${subject}: ${reference}` && /Löfte:?\s+Svar/.test(letter.text),
  );
  return about.map(({ to }) => to);
}

/** By name: letters of one moment go out in any order. */
const addresses = (letters: string[]) => letters.map((to) => to.replace(/.*<|@.*/g, "")).sort();

/** Moves the clock, and waits until the round that looks for what is due has been: the pause of another ticket ends in the same one. */
async function moveTo(portal: Portal, moment: string): Promise<void> {
  const witness = await reported(portal, `Vittnet till ${moment}`);
  const reviewAt = new Date(Date.parse(moment) - 1000).toISOString();
  await posted(portal, "first", `/v1/tickets/${witness}/pauses`, { reason: "Vänta.", waitingFor: "other", reviewAt });
  await portal.clock.to(moment);
  await expect.poll(async () => (await ticketNow(portal, witness)).status, { message: moment }).not.toBe("paused");
}

async function throughDaysOff(portal: Portal, { openedAt, closed, opens }: Pass): Promise<void> {
  await portal.clock.to(openedAt);
  const reference = await reported(portal, "Surfplattorna startar inte", urgent);
  await posted(portal, "first", `/v1/tickets/${reference}/assignment`, { assignee: "first@aminne.example" });
  const desk = await portal.signedInAs("first");
  await desk.goto(`/desk/tickets/${reference}`);
  await expect(clockLine(desk)).toContainText("I tid");
  await expect(clockLine(desk)).toContainText(/1 tim 59 min kvar|2 tim 0 min kvar/);

  await test.step("closed days pass, and nobody is told anything", async () => {
    for (const day of closed) for (const time of ["10:00", "21:30"]) await moveTo(portal, at(day, time));
    await moveTo(portal, at(opens, "06:30"));
    expect(await told(portal, reference, "Snart för sent")).toEqual([]);
    expect(await told(portal, reference, "Brutet löfte")).toEqual([]);
    await desk.reload();
    await expect(clockLine(desk)).toContainText(/1 tim 3[01] min kvar/);
  });

  await test.step("three quarters of the working time: to whoever has it, when the desk is open", async () => {
    await moveTo(portal, at(opens, "07:50"));
    expect(await told(portal, reference, "Snart för sent")).toEqual([]);
    await moveTo(portal, at(opens, "08:01"));
    await expect.poll(async () => addresses(await told(portal, reference, "Snart för sent"))).toEqual(["first"]);
    await desk.reload();
    await expect(clockLine(desk)).toContainText("Snart");
    await expect(clockLine(desk)).toContainText(/2[5-9] min kvar/);
    expect(await told(portal, reference, "Brutet löfte")).toEqual([]);
  });

  await test.step("the breach: to whoever has it, and to the lead", async () => {
    await moveTo(portal, at(opens, "08:31"));
    await expect.poll(async () => addresses(await told(portal, reference, "Brutet löfte"))).toEqual(["first", "lead"]);
    await desk.reload();
    await expect(clockLine(desk)).toContainText("Försenad");
    await expect(clockLine(desk)).toContainText(/[0-5] min sen/);
    await desk.goto("/desk?view=broken");
    await expect(desk.getByRole("row").filter({ hasText: reference })).toContainText(
      /Svar sent sedan i dag kl\.\s08\.30/,
    );
  });

  await test.step("neither is told of twice", async () => {
    await moveTo(portal, at(opens, "11:00"));
    await moveTo(portal, at(opens, "15:00"));
    expect(addresses(await told(portal, reference, "Snart för sent"))).toEqual(["first"]);
    expect(addresses(await told(portal, reference, "Brutet löfte"))).toEqual(["first", "lead"]);
  });
}

const dayAfter = (date: string, days: number) =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

test("over a weekend: three quarters and the breach are told on Monday, once each", async ({ portal }) => {
  const friday = await nextPlainFriday(portal);
  const [saturday, sunday, monday] = [1, 2, 3].map((days) => dayAfter(friday, days)) as [string, string, string];
  await throughDaysOff(portal, { openedAt: at(friday, "15:30"), closed: [saturday, sunday], opens: monday });
});

test("over midsommar: its eve is as closed as its day", async ({ portal }) => {
  const closed = ["2027-06-25", "2027-06-26", "2027-06-27"];
  await throughDaysOff(portal, { openedAt: at("2027-06-24", "16:30"), closed, opens: "2027-06-28" });
});
