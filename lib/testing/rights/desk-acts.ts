import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { visits } from "@/db/schema/desk-work";
import { disruptionTickets } from "@/db/schema/disruptions";
import { timeEntries } from "@/db/schema/ticket-work";
import { comments, tickets } from "@/db/schema/tickets";
import { type Context, inTransaction } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { bookVisit } from "@/lib/desk/book-visit";
import { handOverTicket } from "@/lib/desk/hand-over-ticket";
import { insertAnswer } from "@/lib/desk/insert-answer";
import { notePresence } from "@/lib/desk/presence";
import { saveNote, sendReply } from "@/lib/desk/send-reply";
import { spendTime, takeBackTime } from "@/lib/desk/spend-time";
import { tickItem } from "@/lib/desk/ticket-checklists";
import { keepTicketDraft } from "@/lib/desk/ticket-drafts";
import { undoLastAct } from "@/lib/desk/undo-last-act";
import { checkIdentity, moveVisit } from "@/lib/desk/work-visit";
import { linkTicket, unlinkTicket } from "@/lib/disruptions/link-ticket";
import { record } from "@/lib/history/record";
import { releaseAsReply } from "@/lib/intake/release-as-reply";
import { addAttachment } from "@/lib/tickets/add-attachment";
import { linkTickets, unlinkTickets } from "@/lib/tickets/link-tickets";
import { link } from "@/lib/tickets/links";
import { rateTicket } from "@/lib/tickets/rate-ticket";
import { receiveReply } from "@/lib/tickets/receive-reply";
import { solvedByRequester } from "@/lib/tickets/solved-by-requester";
import { splitTicket } from "@/lib/tickets/split-ticket";
import type { OnTicket } from "./acts";
import { checklist, the } from "./prepared";

type Found = { id: string; requesterId: string };

/**
 * What an act needs there to be first (a visit, a message …), written in the act's own transaction: where it is refused nothing stays.
 * Of a ticket of another organisation, or of none, there is nothing to write.
 */
function after(
  ctx: Context,
  reference: string,
  write: (tx: Tx, ticket: Found) => Promise<unknown>,
  act: (inside: Context) => Promise<unknown>,
): Promise<unknown> {
  return inTransaction(ctx, async (tx) => {
    const isIt = and(eq(tickets.organisationId, ctx.organisation.id), eq(tickets.reference, reference));
    const about = { id: tickets.id, requesterId: tickets.requesterId };
    const [ticket] = await tx.select(about).from(tickets).where(isIt);
    if (ticket) await write(tx, ticket);
    return act({ ...ctx, tx });
  });
}

const of = (ctx: Context, ticket: Found, id: string) => {
  return { id, organisationId: ctx.organisation.id, ticketId: ticket.id, createdAt: ctx.now };
};

/** The person who acts, else the requester: a row must be somebody's. */
const whose = (ctx: Context, ticket: Found) => (ctx.actor.kind === "person" ? ctx.actor.personId : ticket.requesterId);

function visit(
  ctx: Context,
  reference: string,
  status: "booked" | "arrived",
  act: (inside: Context, visitId: string) => Promise<unknown>,
) {
  const visitId = newId();
  const write = (tx: Tx, ticket: Found) => {
    const at = { kind: "drop_in" as const, status, startsAt: ctx.now, bookedById: ticket.requesterId };
    return tx.insert(visits).values({ ...of(ctx, ticket, visitId), ...at });
  };
  return after(ctx, reference, write, (inside) => act(inside, visitId));
}

const file = { name: "logg.txt", content: Buffer.from("Fel 42") };
const told = { reason: "Loggar behövs", known: "Felet kvarstår", tried: "Startat om", asked: "Läs loggen" };

/** Every act on one ticket that is no move of the ticket itself. */
export const deskActs: readonly OnTicket[] = [
  {
    verb: "addAttachment public",
    act: (ctx, { reference }) => addAttachment(ctx, { reference, ...file, visibility: "public" }),
  },
  {
    verb: "addAttachment internal",
    act: (ctx, { reference }) => addAttachment(ctx, { reference, ...file, visibility: "internal" }),
  },
  { verb: "bookVisit", act: (ctx, { reference }) => bookVisit(ctx, { reference }) },
  {
    verb: "checkIdentity",
    act: (ctx, { reference }) =>
      visit(ctx, reference, "arrived", (inside, visitId) => checkIdentity(inside, { visitId, identityBy: "id_card" })),
  },
  {
    verb: "handOverTicket",
    act: (ctx, { reference }) => handOverTicket(ctx, { reference, queue: "line-3", ...told }),
  },
  {
    verb: "insertAnswer",
    act: (ctx, { reference }) => insertAnswer(ctx, { reference, body: "", answer: the("own").sharedAnswer }),
  },
  {
    verb: "keepTicketDraft",
    act: (ctx, { reference }) => keepTicketDraft(ctx, { reference, writing: "reply", body: "Vi tittar" }),
  },
  {
    verb: "linkTicket",
    act: (ctx, { reference }) => linkTicket(ctx, { id: the("own").disruption, reference }),
  },
  {
    verb: "linkTickets",
    act: (ctx, { reference, other }) => linkTickets(ctx, { reference, other, as: "related" }),
  },
  {
    verb: "moveVisit arrive",
    act: (ctx, { reference }) =>
      visit(ctx, reference, "booked", (inside, visitId) => moveVisit(inside, { visitId, move: "arrive" })),
  },
  {
    verb: "moveVisit cancel",
    act: (ctx, { reference }) =>
      visit(ctx, reference, "booked", (inside, visitId) => moveVisit(inside, { visitId, move: "cancel" })),
  },
  {
    verb: "notePresence",
    act: (ctx, { reference }) => notePresence(ctx, { reference, isWriting: true, isLeaving: false }),
  },
  {
    ...{ verb: "rateTicket", state: "resolved" },
    act: (ctx, { reference }) => rateTicket(ctx, { reference, rating: "yes", text: "" }),
  },
  {
    verb: "receiveReply",
    act: (ctx, { reference }) =>
      receiveReply(ctx, { reference, by: "supplier", authorId: null, body: "Ordrenummer A-77", isThanks: false }),
  },
  {
    verb: "releaseAsReply",
    act: (ctx, { reference }) => releaseAsReply(ctx, { mailId: the("own").mail, reference }),
  },
  { verb: "saveNote", act: (ctx, { reference }) => saveNote(ctx, { reference, body: "Känt fel" }) },
  { verb: "sendReply", act: (ctx, { reference }) => sendReply(ctx, { reference, body: "Vi tittar på det" }) },
  { verb: "solvedByRequester", act: (ctx, { reference }) => solvedByRequester(ctx, { reference }) },
  { verb: "spendTime", act: (ctx, { reference }) => spendTime(ctx, { reference, minutes: 15 }) },
  {
    verb: "splitTicket",
    act: (ctx, { reference }) => {
      const comment = newId();
      const said = { authorId: null, visibility: "public" as const, body: "Skrivaren står också." };
      const write = (tx: Tx, ticket: Found) => tx.insert(comments).values({ ...of(ctx, ticket, comment), ...said });
      const part = { reference, comment, title: "Skrivaren står" };
      return after(ctx, reference, write, (inside) => splitTicket(inside, part));
    },
  },
  {
    verb: "takeBackTime",
    act: (ctx, { reference }) => {
      const id = newId();
      const write = (tx: Tx, ticket: Found) => {
        const entry = { personId: whose(ctx, ticket), minutes: 15, spentOn: "2026-12-14" };
        return tx.insert(timeEntries).values({ ...of(ctx, ticket, id), ...entry });
      };
      return after(ctx, reference, write, (inside) => takeBackTime(inside, { reference, id }));
    },
  },
  {
    verb: "tickItem",
    act: (ctx, { reference }) => tickItem(ctx, { reference, checklist: checklist.slug, item: "asked", isDone: true }),
  },
  {
    verb: "undoLastAct",
    act: (ctx, { reference, assignee }) => {
      const detail = { from: `${assignee}@${ctx.organisation.slug}.example` };
      const write = (tx: Tx) => record(ctx, tx, "tickets.assigned", { kind: "ticket", id: reference }, detail);
      return after(ctx, reference, write, (inside) => undoLastAct(inside, { reference }));
    },
  },
  {
    verb: "unlinkTicket",
    act: (ctx, { reference }) => {
      const disruptionId = the("own").disruption;
      const write = (tx: Tx, ticket: Found) =>
        tx.insert(disruptionTickets).values({ ...of(ctx, ticket, newId()), disruptionId });
      return after(ctx, reference, write, (inside) => unlinkTicket(inside, { id: disruptionId, reference }));
    },
  },
  {
    verb: "unlinkTickets",
    act: (ctx, { reference, other }) => {
      const write = async (tx: Tx, ticket: Found) => {
        const [second] = await tx.select({ id: tickets.id }).from(tickets).where(eq(tickets.reference, other));
        if (second) await link(ctx, tx, "related", ticket.id, second.id);
      };
      return after(ctx, reference, write, (inside) => unlinkTickets(inside, { reference, other }));
    },
  },
];
