import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { persons } from "@/db/schema/people";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { orderAt } from "@/lib/testing/orders";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { assignTicket } from "./assign-ticket";
import { classifyTicket } from "./classify-ticket";
import { listConversation } from "./conversation";
import { listLinks } from "./links";
import { listComments } from "./list-comments";
import { listTickets, type TicketFilter } from "./list-tickets";
import { listTransfers } from "./list-transfers";
import { mergeTicket } from "./merge-ticket";
import { pauseTicket } from "./pause-ticket";
import { getTicket } from "./queries";
import { reopenTicket } from "./reopen-ticket";
import { saveCategory } from "./save-category";
import { SaveCategory, TransferTicket } from "./schema";
import { listTicketHistory } from "./ticket-history";
import { transferTicket } from "./transfer-ticket";
import { writeComment } from "./write-comment";

let world: World;
let hidden: string;
let open: string;

beforeAll(async () => {
  world = await makeWorld();
  hidden = await faultIn(world, { category: "sensitive/protected", title: "Hemligt förnamn", device: "DMPHIDDEN" });
  open = await faultIn(world);
});

const filters: (slug: string) => TicketFilter[] = (slug) => [
  {},
  { q: "Hemligt" },
  { q: hidden },
  { category: "sensitive" },
  { device: "DMPHIDDEN" },
  { queue: "sensitive" },
  { line: [2] },
  { status: ["new"] },
  { requester: `staff@${slug}.example` },
  { assignee: null },
];

const single: [string, (ctx: Context) => Promise<unknown>][] = [
  ["getTicket", (ctx) => getTicket(ctx, hidden)],
  ["listComments", (ctx) => listComments(ctx, hidden)],
  ["listTicketHistory", (ctx) => listTicketHistory(ctx, hidden, { limit: 10 })],
  ["listTransfers", (ctx) => listTransfers(ctx, hidden)],
  ["listLinks", (ctx) => listLinks(ctx, hidden)],
  ["writeComment", (ctx) => writeComment(ctx, { reference: hidden, body: "Hej", visibility: "internal" })],
  ["assignTicket", (ctx) => assignTicket(ctx, { reference: hidden, assignee: null })],
  ["classifyTicket", (ctx) => classifyTicket(ctx, { reference: hidden, category: "ipad" })],
  ["reopenTicket", (ctx) => reopenTicket(ctx, { reference: hidden, reason: "Nyfiken" })],
  ["mergeTicket", (ctx) => mergeTicket(ctx, { reference: open, into: hidden })],
  [
    "pauseTicket",
    (ctx) =>
      pauseTicket(ctx, { reference: hidden, reason: "Väntar", waitingFor: "other", reviewAt: new Date("2027-01-04") }),
  ],
];

describe("a ticket in a confidential category, or under one", () => {
  it.each(["first", "third", "lead", "admin", "printers", "staff2", "manager", "secretary"])(
    "is in no list and no search of %s's",
    async (who) => {
      for (const filter of filters(world.slug)) {
        const { items } = await listTickets(await world.as(who), filter, { limit: 100 });
        expect(items.map(({ ticket }) => ticket.reference)).not.toContain(hidden);
      }
    },
  );

  it.each(["second", "staff"])("is in every list and search of %s's, who must", async (who) => {
    for (const filter of filters(world.slug)) {
      const { items } = await listTickets(await world.as(who), filter, { limit: 100 });
      expect(items.map(({ ticket }) => ticket.reference)).toContain(hidden);
    }
  });

  it.each(single)("does not exist for an agent or lead outside its queue: %s", async (_, act) => {
    for (const who of ["first", "lead", "admin"])
      await expect(act(await world.as(who))).rejects.toBeInstanceOf(NotFound);
  });

  it("is not shown by a link from a ticket that one may see", async () => {
    const [mine, theirs] = [await faultIn(world), await faultIn(world, { category: "sensitive" })];
    await mergeTicket(await world.as("second"), { reference: mine, into: theirs });
    expect(await listLinks(await world.as("first"), mine)).toEqual([]);
    const told = async (who: string) => JSON.stringify(await listConversation(await world.as(who), mine));
    expect([(await told("first")).includes(theirs), (await told("second")).includes(theirs)]).toEqual([false, true]);
    expect(await listLinks(await world.as("second"), mine)).toMatchObject([{ reference: theirs, direction: "to" }]);
  });
});

describe("who sees it follows what it is", () => {
  const sees = (who: string, reference: string) =>
    world.as(who).then((ctx) =>
      getTicket(ctx, reference).then(
        () => true,
        () => false,
      ),
    );

  it("takes a ticket that becomes confidential out of its queue at once, into the category's own", async () => {
    const reference = await faultIn(world);
    await classifyTicket(await world.as("first"), { reference, category: "sensitive" });
    for (const who of ["first", "lead", "third"]) expect(await sees(who, reference)).toBe(false);
    for (const who of ["second", "staff"]) expect(await sees(who, reference)).toBe(true);
    const [moved] = await listTransfers(await world.as("second"), reference);
    expect(moved).toMatchObject({ fromLine: 1, line: 2, to: "Känsliga ärenden" });
  });

  it("shows whoever gets it by a transfer, and hides it from those who had it", async () => {
    const reference = await faultIn(world, { category: "sensitive" });
    const on = TransferTicket.parse({ line: 3, queue: "line-3", reason: "Loggar", note: "Behöver specialist" });
    await transferTicket(await world.as("second"), { reference, ...on });
    expect([await sees("second", reference), await sees("third", reference)]).toEqual([false, true]);
  });

  it("hides and shows every ticket of a category at once when the category changes", async () => {
    const reference = await faultIn(world, { category: "ipad/lost" });
    const lost = { path: "ipad/lost", name: "Borttappad", serviceLevel: "extended" };
    const admin = await world.as("admin");
    await saveCategory(admin, SaveCategory.parse({ ...lost, isConfidential: true }));
    expect(await sees("third", reference)).toBe(false);
    expect(await sees("third", open)).toBe(true);
    expect(await sees("first", reference)).toBe(true);
    await saveCategory(admin, SaveCategory.parse(lost));
    expect(await sees("third", reference)).toBe(true);
  });

  it("hides what a person with protected identity reports, whatever its category", async () => {
    const someone = await world.as("representative");
    const me = someone.actor.kind === "person" ? someone.actor.personId : "";
    await inTransaction(someone, (tx) =>
      tx.update(persons).set({ hasProtectedIdentity: true }).where(eq(persons.id, me)),
    );
    const reference = await faultIn(world, {}, "representative");
    expect(await sees("first", reference)).toBe(true);
    expect(await sees("second", reference)).toBe(false);
    expect(await sees("representative", reference)).toBe(true);
    expect((await read(someone, (tx) => tx.select().from(persons).where(eq(persons.id, me))))[0]).toBeDefined();
  });

  it("hides what a person reported before their identity was protected, orders too", async () => {
    const reference = await faultIn(world, { title: "Före skyddet" }, "manager2");
    const { reference: order } = await orderAt(world, "placed");
    const protect = (who: string) =>
      inTransaction(world.portal(), (tx) =>
        tx
          .update(persons)
          .set({ hasProtectedIdentity: true })
          .where(eq(persons.email, `${who}@${world.slug}.example`)),
      );
    expect(await sees("third", reference)).toBe(true);
    await protect("manager2");
    await protect("staff");
    for (const each of [reference, order, (await orderAt(world, "placed")).reference]) {
      expect([each, await sees("third", each)]).toEqual([each, false]);
      expect([each, await sees("first", each)]).toEqual([each, true]);
    }
  });
});
