import { expect, it } from "vitest";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld } from "@/lib/testing/world";
import { listTickets } from "./list-tickets";
import { searchTickets } from "./search-tickets";

it("pages follow one another without a gap or a repeat, in search and in the list alike", async () => {
  const world = await makeWorld();
  const first = await world.as("first");
  const made: string[] = [];
  for (let n = 0; n < 7; n++)
    made.push(await faultIn(world, { title: n % 2 ? "Sidovind" : "Annat", description: "sidovind" }));
  for (const limit of [1, 2, 3, 7, 20]) {
    const seen: string[] = [];
    let cursor: Awaited<ReturnType<typeof searchTickets>>["next"] | undefined;
    do {
      const page = await searchTickets(first, { q: "sidovind", limit, cursor: cursor ?? undefined });
      seen.push(...page.items.map(({ reference }) => reference));
      cursor = page.next;
    } while (cursor);
    expect([limit, seen.toSorted()]).toEqual([limit, made.toSorted()]);
    expect(seen.slice(0, 3).every((reference) => made.indexOf(reference) % 2 === 1)).toBe(true);
    const listed: string[] = [];
    let at: Awaited<ReturnType<typeof listTickets>>["next"] | undefined;
    do {
      const page = await listTickets(first, { q: "sidovind", line: [1] }, { limit, cursor: at ?? undefined });
      listed.push(...page.items.map(({ ticket }) => ticket.reference));
      at = page.next;
    } while (at);
    expect([limit, listed.toSorted()]).toEqual([limit, made.toSorted()]);
  }
  expect((await listTickets(first, { q: "sidovind", line: [3] }, { limit: 5 })).items).toEqual([]);
});
