import { and, asc, eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { escalations } from "@/db/schema/desk";
import { letters } from "@/db/schema/history";
import { tickets } from "@/db/schema/tickets";
import { read } from "@/lib/base/context";
import { orderAt } from "@/lib/testing/orders";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { assignTicket } from "@/lib/tickets/assign-ticket";
import { pauseTicket } from "@/lib/tickets/pause-ticket";
import { getTicket } from "@/lib/tickets/queries";
import { resolveTicket } from "@/lib/tickets/resolve-ticket";
import { ResolveTicket } from "@/lib/tickets/schema";
import { sweepDue } from "@/lib/tickets/sweep-due";
import { writeComment } from "@/lib/tickets/write-comment";
import { tellEscalation } from "./tell-escalation";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const at = (day: string, time: string, month = "2026-12") => new Date(`${month}-${day}T${time}:00+01:00`);

/** Sweeps as the timetable does, twice, and runs each job twice; what was told to whom, in order. */
async function sweptAt(reference: string, when: Date): Promise<string[]> {
  const portal = world.portal(when);
  await Promise.all([sweepDue(portal), sweepDue(portal)]);
  const { ticket } = await getTicket(portal, reference);
  const rows = await read(portal, (tx) => tx.select().from(escalations).where(eq(escalations.ticketId, ticket.id)));
  for (const { id } of rows) await Promise.all([tellEscalation(portal, id), tellEscalation(portal, id)]);
  return told(reference);
}

async function told(reference: string): Promise<string[]> {
  const rows = await read(world.portal(), (tx) =>
    tx
      .select({ kind: letters.kind, to: letters.toAddress, content: letters.content })
      .from(letters)
      .where(and(like(letters.kind, "ticket.%"), eq(letters.organisationId, world.portal().organisation.id)))
      .orderBy(asc(letters.createdAt), asc(letters.toAddress)),
  );
  return rows
    .filter(({ kind, content }) => /warned|breached/.test(kind) && JSON.stringify(content).includes(reference))
    .map(({ kind, to, content }) => {
      const promise = (content as { facts: { label: string; value: string }[] }).facts.find(
        ({ label }) => label === "Löfte",
      );
      return `${kind.replace("ticket.", "")} ${promise?.value ?? "-"} ${to.split("@")[0]}`;
    });
}

describe("escalation by the clock", () => {
  it("tells at 75 % and at the breach of each target, once each, the assignee and then the lead", async () => {
    // Priority 4: answer within 8 h, from 9.00 to 17.00.
    const reference = await faultIn(world, { impact: 4, urgency: 4 });
    expect(await sweptAt(reference, at("14", "14:59"))).toEqual([]);
    expect(await sweptAt(reference, at("14", "15:00"))).toEqual(["warned Svar lead"]);
    const first = await world.as("first", at("14", "15:30"));
    await assignTicket(first, { reference, assignee: `first@${world.slug}.example` });
    expect(await sweptAt(reference, at("14", "17:00"))).toHaveLength(1);
    expect(await sweptAt(reference, at("15", "07:30"))).toEqual([
      ...["warned Svar lead", "breached Svar first", "breached Svar lead"],
    ]);
    expect(await sweptAt(reference, at("15", "12:00"))).toHaveLength(3);
    const late = await sweptAt(reference, at("28", "10:01"));
    expect(late.slice(3).sort()).toEqual([
      ...["breached Lösning first", "breached Lösning lead"],
      ...["breached Återrapportering first", "breached Återrapportering lead"],
    ]);
  });

  it("tells at 75 % the assignee alone", async () => {
    const reference = await faultIn(world, { impact: 4, urgency: 4 });
    await assignTicket(await world.as("first"), { reference, assignee: `first@${world.slug}.example` });
    expect(await sweptAt(reference, at("14", "15:00"))).toEqual(["warned Svar first"]);
  });

  it("is silent at night, over a weekend and over midsummer, and speaks at the next opening", async () => {
    const friday = new Date("2026-06-18T14:00:00+02:00");
    const mine = await makeWorld("aminne", friday);
    const reference = await faultIn(mine, { impact: 4, urgency: 4 });
    // Received Thursday 14.00; midsummer's eve is closed, so 8 h end on Monday at 12.00 and 75 % at 10.00.
    const sent = async (when: string) => {
      const portal = mine.portal(new Date(when));
      await sweepDue(portal);
      const { ticket } = await getTicket(portal, reference);
      return read(portal, (tx) => tx.select().from(escalations).where(eq(escalations.ticketId, ticket.id)));
    };
    for (const quiet of ["2026-06-19T10:00:00+02:00", "2026-06-20T12:00:00+02:00", "2026-06-22T09:59:00+02:00"])
      expect(await sent(quiet)).toEqual([]);
    expect(await sent("2026-06-22T10:00:00+02:00")).toMatchObject([{ target: "response", step: "warned" }]);
    // Long past every target, but in the middle of the night.
    expect(await sent("2026-07-20T03:00:00+02:00")).toHaveLength(1);
    expect(await sent("2026-07-20T06:59:00+02:00")).toHaveLength(1);
    const morning = await sent("2026-07-20T07:00:00+02:00");
    expect(morning.map(({ target, step }) => `${step} ${target}`).sort()).toEqual([
      ...["breached resolution", "breached response", "breached update", "warned response"],
    ]);
  });

  it("leaves a clock alone that waits or has stopped, and tells of the next wait for news anew", async () => {
    const reference = await faultIn(world, { impact: 4, urgency: 4 });
    const when = at("14", "10:00");
    await writeComment(await world.as("first", when), { reference, body: "Vi ser på det", visibility: "public" });
    const reviewAt = at("15", "12:00", "2027-01");
    const why = { reason: "Vilken modell?", waitingFor: "requester", reviewAt } as const;
    await pauseTicket(await world.as("first", when), { reference, ...why });
    expect(await sweptAt(reference, at("11", "10:00", "2027-01"))).toEqual([]);
    await sweptAt(reference, reviewAt);
    const later = await sweptAt(reference, at("22", "09:00", "2027-01"));
    expect(later).toEqual(["warned Återrapportering lead"]);
    await resolveTicket(await world.as("first", at("22", "09:30", "2027-01")), {
      ...{ reference, ...ResolveTicket.parse({ resolution: "Klart" }) },
    });
    expect(await sweptAt(reference, at("28", "09:00", "2027-01"))).toHaveLength(1);
  });

  it("says nothing of what a confidential ticket is about", async () => {
    const reference = await faultIn(world, { category: "sensitive", title: "Hemligt förnamn", impact: 1, urgency: 1 });
    expect(await sweptAt(reference, at("15", "12:00"))).not.toEqual([]);
    const all = await read(world.portal(), (tx) => tx.select().from(letters));
    const mine = all.filter(
      ({ kind, content }) => /warned|breached/.test(kind) && JSON.stringify(content).includes(reference),
    );
    expect(mine.length).toBeGreaterThan(0);
    expect(JSON.stringify(mine)).not.toContain("Hemligt");
  });

  it("finds what is due by the one indexed column", async () => {
    const plan = await read(world.portal(), async (tx) => {
      await tx.execute("set local enable_seqscan = off");
      const due = tx
        .select({ id: tickets.id })
        .from(tickets)
        .where(eq(tickets.nextSweepAt, at("14", "10:00")));
      return tx.execute<{ "QUERY PLAN": string }>(`explain ${due.toSQL().sql.replace("$1", "now()")}`);
    });
    expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toContain("next_sweep_at");
  });
});

describe("an order's promise", () => {
  it("is told to the lead as before: at 75 % and, at once, when it breaks", async () => {
    const { reference } = await orderAt(world, "approved");
    expect(await sweptAt(reference, at("08", "15:00", "2027-01"))).toEqual(["warned - lead"]);
    expect(await sweptAt(reference, at("08", "16:01", "2027-01"))).toEqual(["warned - lead", "breached - lead"]);
  });
});
