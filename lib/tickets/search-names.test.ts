import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { persons } from "@/db/schema/people";
import { type Context, inTransaction } from "@/lib/base/context";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { assignTicket } from "./assign-ticket";
import { searchTickets, type TicketHit } from "./search-tickets";

let world: World;
let first: Context;

beforeAll(async () => {
  world = await makeWorld();
  first = await world.as("first");
});

const search = async (ctx: Context, q: string, limit = 20): Promise<TicketHit[]> =>
  (await searchTickets(ctx, { q, limit })).items;
const found = async (ctx: Context, q: string) => (await search(ctx, q, 100)).map(({ reference }) => reference);

describe("references, serial numbers and names", () => {
  it("are found whole and in part, with and without the hyphen, and come first", async () => {
    const reference = await faultIn(world, { device: "DMPZZ9QRS7" });
    const other = await faultIn(world, { title: `Samma som ${reference}` });
    const bare = reference.replace("-", "");
    for (const q of [reference, bare, reference.slice(0, 6), bare.slice(1), "DMPZZ9QRS7", "dmpzz9", "Z9QRS"])
      expect([q, await found(first, q)]).toEqual([q, expect.arrayContaining([reference])]);
    expect((await found(first, reference)).slice(0, 2)).toEqual([reference, other]);
  });

  it("follow a person who is renamed, requester and assignee alike", async () => {
    const reference = await faultIn(world, { title: "Byter namn" }, "orderer");
    await assignTicket(first, { reference, assignee: `first@${world.slug}.example` });
    const rename = (who: string, name: string) =>
      inTransaction(first, (tx) =>
        tx
          .update(persons)
          .set({ name })
          .where(eq(persons.email, `${who}@${world.slug}.example`)),
      );
    await rename("orderer", "Ottilia Gyllenvass");
    await rename("first", "Hjalmar Örnfot");
    for (const q of ["Ottilia", "gyllenvass", "llenvass", "Hjalmar Örnfot", "byter örnfot ottilia"])
      expect([q, await found(first, q)]).toEqual([q, expect.arrayContaining([reference])]);
    expect(await found(first, "ornfot")).toEqual([]);
    await rename("orderer", "Britta Åkerlund");
    expect(await found(first, "gyllenvass")).toEqual([]);
  });
});
