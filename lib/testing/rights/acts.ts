import type { Context } from "@/lib/base/context";
import { assignTicket } from "@/lib/tickets/assign-ticket";
import { cancelTicket } from "@/lib/tickets/cancel-ticket";
import { classifyTicket } from "@/lib/tickets/classify-ticket";
import { closeTicket } from "@/lib/tickets/close-ticket";
import { markDuplicate, mergeTicket } from "@/lib/tickets/merge-ticket";
import { openTicket } from "@/lib/tickets/open-ticket";
import { pauseTicket } from "@/lib/tickets/pause-ticket";
import { PauseUntilDay, pauseUntilDay } from "@/lib/tickets/pause-until-day";
import { reopenTicket } from "@/lib/tickets/reopen-ticket";
import { resolveTicket } from "@/lib/tickets/resolve-ticket";
import { resumeTicket } from "@/lib/tickets/resume-ticket";
import { TransferTicket } from "@/lib/tickets/schema";
import { transferTicket } from "@/lib/tickets/transfer-ticket";
import { unmergeTicket } from "@/lib/tickets/unmerge-ticket";
import { writeComment } from "@/lib/tickets/write-comment";
import { addWebhook } from "@/lib/webhooks/add-webhook";
import { changeSecret } from "@/lib/webhooks/change-secret";
import { removeWebhook } from "@/lib/webhooks/remove-webhook";
import { resumeWebhook } from "@/lib/webhooks/resume-webhook";
import { testWebhook } from "@/lib/webhooks/test-webhook";
import { faultOf } from "../tickets";
import { deskActs } from "./desk-acts";
import type { State, Target } from "./objects";
import { actsBeside, type Other } from "./other-acts";
import { hook, the } from "./prepared";
import { setupActs } from "./setup-acts";

export type OnTicket = { verb: string; state?: State; act: (ctx: Context, on: Target) => Promise<unknown> };

const wait = {
  reason: "Vilken modell?",
  waitingFor: "requester",
  reviewAt: new Date("2026-12-21T08:00:00+01:00"),
} as const;
const until = { reviewAt: { day: "21", month: "12", year: "2026" }, reason: "Vilken modell?", waitingFor: "requester" };
const handOver = TransferTicket.parse({ line: 3, queue: "line-3", reason: "Loggar behövs", note: "Felet kvarstår" });
const because = { reason: "Gällde fel enhet" };

/** Every act on one ticket; a second word tells two ways of one verb apart. */
export const actsOnTicket: readonly OnTicket[] = [
  ...deskActs,
  {
    verb: "assignTicket",
    act: (ctx, { reference, assignee }) =>
      assignTicket(ctx, { reference, assignee: `${assignee}@${ctx.organisation.slug}.example` }),
  },
  { verb: "cancelTicket", act: (ctx, { reference }) => cancelTicket(ctx, { reference, ...because }) },
  { verb: "classifyTicket", act: (ctx, { reference }) => classifyTicket(ctx, { reference, category: "ipad/apps" }) },
  { verb: "closeTicket", state: "resolved", act: (ctx, { reference }) => closeTicket(ctx, { reference }) },
  { verb: "markDuplicate", act: (ctx, { reference, other }) => markDuplicate(ctx, { reference, into: other }) },
  { verb: "mergeTicket", act: (ctx, { reference, other }) => mergeTicket(ctx, { reference, into: other }) },
  { verb: "pauseTicket", act: (ctx, { reference }) => pauseTicket(ctx, { reference, ...wait }) },
  {
    verb: "pauseUntilDay",
    act: (ctx, { reference }) => pauseUntilDay(ctx, PauseUntilDay.parse({ reference, ...until })),
  },
  {
    verb: "reopenTicket",
    state: "resolved",
    act: (ctx, { reference }) => reopenTicket(ctx, { reference, ...because }),
  },
  {
    verb: "resolveTicket by-agent",
    act: (ctx, { reference }) => resolveTicket(ctx, { reference, resolution: "Löst", code: "fixed" }),
  },
  {
    verb: "resolveTicket by-requester",
    act: (ctx, { reference }) => resolveTicket(ctx, { reference, resolution: "Det löste sig", code: "by_requester" }),
  },
  { verb: "resumeTicket", state: "paused", act: (ctx, { reference }) => resumeTicket(ctx, { reference }) },
  { verb: "transferTicket", act: (ctx, { reference }) => transferTicket(ctx, { reference, ...handOver }) },
  { verb: "unmergeTicket", state: "merged", act: (ctx, { reference }) => unmergeTicket(ctx, { reference }) },
  {
    verb: "writeComment public",
    act: (ctx, { reference }) => writeComment(ctx, { reference, body: "Hur går det?", visibility: "public" }),
  },
  {
    verb: "writeComment internal",
    act: (ctx, { reference }) => writeComment(ctx, { reference, body: "Känt fel", visibility: "internal" }),
  },
];

const at = (ctx: Context, who: string) => `${who}@${ctx.organisation.slug}.example`;

/** Every other act: on nothing yet, or on the organisation as a whole. */
export const otherActs: readonly Other[] = [
  ...actsBeside,
  { verb: "addWebhook", object: "organisation", act: (ctx) => addWebhook(ctx, hook) },
  ...Object.entries({ changeSecret, removeWebhook, resumeWebhook, testWebhook }).flatMap(([verb, act]) => [
    { verb, object: "organisation", act: (ctx: Context) => act(ctx, { id: the("own").webhook }) },
    { verb, object: "elsewhere", act: (ctx: Context) => act(ctx, { id: the("elsewhere").webhook }) },
  ]),
  {
    ...{ verb: "openTicket", object: "own" },
    act: (ctx) => openTicket(ctx, faultOf(ctx.actor.kind === "portal" ? { requester: at(ctx, "staff") } : {})),
  },
  {
    verb: "openTicket",
    object: "for-another",
    act: (ctx) => openTicket(ctx, faultOf({ requester: at(ctx, "colleague-it") })),
  },
  {
    verb: "openTicket",
    object: "by-phone",
    act: (ctx) => openTicket(ctx, faultOf({ channel: "phone", requester: at(ctx, "colleague-it") })),
  },
  ...setupActs,
];

/**
 * Acts that ask for no right of their own: a job's or a command's alone, or a part of the verbs in their own room that do ask. Each
 * with everyone who calls it.
 */
export const jobsOwn: Readonly<Record<string, readonly string[]>> = {
  sweepDue: ["lib/jobs/timetable.ts"],
  tellEscalation: ["lib/jobs/registry.ts"],
  tellOrphans: ["lib/jobs/timetable.ts"],
  deliverWebhook: ["lib/jobs/registry.ts"],
  sweepDeliveries: ["lib/jobs/timetable.ts"],
  inspectAttachment: ["lib/jobs/registry.ts"],
  sweepAttachments: ["lib/jobs/timetable.ts"],
  sweepDisruptions: ["lib/jobs/timetable.ts"],
  deliverAnswer: ["lib/jobs/deliver-disruption-answer.ts"],
  skipDelivery: ["lib/jobs/deliver-disruption-answer.ts"],
  continueBulk: ["lib/jobs/registry.ts"],
  processOrKeep: ["lib/intake/receive-mail.ts", "lib/jobs/registry.ts"],
  fillGuides: ["lib/commands/fill-demo.ts", "lib/commands/fill-organisation.ts"],
  settleItem: ["lib/desk/run-bulk.ts"],
  rehearse: ["lib/desk/prepare-bulk.ts"],
  goThrough: ["lib/desk/continue-bulk.ts", "lib/desk/undo-bulk.ts"],
  finishBulk: ["lib/desk/continue-bulk.ts", "lib/desk/run-bulk.ts"],
};
