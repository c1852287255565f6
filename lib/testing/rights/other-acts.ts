import type { Context } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { chooseColumns } from "@/lib/desk/choose-columns";
import { deleteView } from "@/lib/desk/delete-view";
import { moveView } from "@/lib/desk/move-view";
import { prepareBulk } from "@/lib/desk/prepare-bulk";
import { registerContact } from "@/lib/desk/register-contact";
import { renameView } from "@/lib/desk/rename-view";
import { runBulk } from "@/lib/desk/run-bulk";
import { removeAnswer, saveAnswer } from "@/lib/desk/save-answer";
import { saveChecklist } from "@/lib/desk/save-checklist";
import { saveView } from "@/lib/desk/save-view";
import { RegisterContact } from "@/lib/desk/schema";
import { undoBulk } from "@/lib/desk/undo-bulk";
import { answerFollowers } from "@/lib/disruptions/answer-followers";
import { declareDisruption } from "@/lib/disruptions/declare-disruption";
import { endDisruption } from "@/lib/disruptions/end-disruption";
import { followDisruption } from "@/lib/disruptions/follow-disruption";
import { markSignificant } from "@/lib/disruptions/mark-significant";
import { saveRecipients } from "@/lib/disruptions/recipients";
import { reportMade } from "@/lib/disruptions/report-made";
import { updateDisruption } from "@/lib/disruptions/update-disruption";
import { answerGuide } from "@/lib/guides/answer-guide";
import { countShown } from "@/lib/guides/count-shown";
import { discardDraft } from "@/lib/guides/discard-draft";
import { publishGuide } from "@/lib/guides/publish-guide";
import { restoreGuide } from "@/lib/guides/restore-guide";
import { saveGuide } from "@/lib/guides/save-guide";
import { dismissMail } from "@/lib/intake/dismiss-mail";
import { processMail } from "@/lib/intake/process-mail";
import { receiveMail, receiveOwnMail } from "@/lib/intake/receive-mail";
import { releaseAsTicket } from "@/lib/intake/release-as-ticket";
import { sendCanary } from "@/lib/intake/send-canary";
import { storeMail } from "@/lib/intake/store-mail";
import { unmuteAddress } from "@/lib/intake/unmute-address";
import { countScopeAnswer } from "@/lib/tickets/count-scope-answer";
import { reportFault } from "@/lib/tickets/report-fault";
import { ReportFault } from "@/lib/tickets/report-schema";
import { mailOf } from "../mails";
import { checklist, guideOf, never, type Prepared, the, words } from "./prepared";

export type Other = { verb: string; object: string; act: (ctx: Context) => Promise<unknown> };

const at = (ctx: Context, who: string) => `${who}@${ctx.organisation.slug}.example`;

/** The same act on what stands in one's own organisation, and on what stands in another. */
const onBoth = (
  verb: string,
  act: (ctx: Context, on: Prepared) => Promise<unknown>,
  object = "organisation",
): Other[] => [
  { verb, object, act: (ctx) => act(ctx, the("own")) },
  { verb, object: "elsewhere", act: (ctx) => act(ctx, the("elsewhere")) },
];

const onAll = (verb: string, act: (ctx: Context) => Promise<unknown>): Other => ({ verb, object: "organisation", act });

const answer = { name: "Svar", sv: "Vi tittar på det." };
const raw = () => mailOf({ from: "eva@annan.example", body: "Skrivaren står." });

const ofDesk: Other[] = [
  onAll("chooseColumns", (ctx) => chooseColumns(ctx, { columns: [] })),
  ...onBoth("deleteView", (ctx, { view }) => deleteView(ctx, { id: view }), "of-first"),
  ...onBoth("moveView", (ctx, { view }) => moveView(ctx, { id: view, direction: "up" }), "of-first"),
  onAll("prepareBulk", (ctx) =>
    prepareBulk(ctx, { act: "assign", references: ["000-0000"], from: "", input: { assignee: null } }),
  ),
  onAll("registerContact", (ctx) =>
    registerContact(
      ctx,
      RegisterContact.parse({
        ...{ requester: at(ctx, "colleague-it"), channel: "phone", title: "Kalendern synkar inte" },
        ...{ description: "Sedan i går.", category: "ipad/sync" },
      }),
    ),
  ),
  ...onBoth("removeAnswer own", (ctx, { ownAnswer }) => removeAnswer(ctx, { id: ownAnswer }), "of-first"),
  ...onBoth("removeAnswer shared", (ctx, { sharedAnswer }) => removeAnswer(ctx, { id: sharedAnswer })),
  ...onBoth("renameView", (ctx, { view }) => renameView(ctx, { id: view, name: "Annat" }), "of-first"),
  ...onBoth("runBulk", (ctx, { preparedRun }) => runBulk(ctx, { id: preparedRun }), "of-first"),
  onAll("saveAnswer own", (ctx) => saveAnswer(ctx, { ...answer, isShared: false })),
  onAll("saveAnswer shared", (ctx) => saveAnswer(ctx, { ...answer, isShared: true })),
  onAll("saveChecklist", (ctx) => saveChecklist(ctx, { ...checklist, slug: "another" })),
  onAll("saveView", (ctx) => saveView(ctx, { name: "Ny vy", query: "", columns: [] })),
  ...onBoth("undoBulk", (ctx, { doneRun }) => undoBulk(ctx, { id: doneRun }), "of-first"),
];

const declared = { title: words, affected: words, meanwhile: words, categories: [], services: [], nextUpdate: never };

const ofDisruptions: Other[] = [
  ...onBoth("answerFollowers", (ctx, { disruption: id }) =>
    answerFollowers(ctx, { id, text: words, resolvesTickets: false, key: newId() }),
  ),
  onAll("declareDisruption", (ctx) => declareDisruption(ctx, declared)),
  ...onBoth("endDisruption", (ctx, { disruption: id, disruptionVersion: version }) =>
    endDisruption(ctx, { id, version, text: words, tellsFollowers: true, key: newId() }),
  ),
  ...onBoth("followDisruption", (ctx, { disruption: id }) => followDisruption(ctx, { id })),
  ...onBoth("markSignificant", (ctx, { disruption: id, disruptionVersion: version }) =>
    markSignificant(ctx, { id, version, aware: never }),
  ),
  ...onBoth("reportMade", (ctx, { significant: id }) =>
    reportMade(ctx, { id, step: "early_warning", reportedTo: "Tillsynen", receipt: "" }),
  ),
  onAll("saveRecipients", (ctx) =>
    saveRecipients(ctx, { name: "Tillsynen", contact: "incident@annan.example", note: "" }),
  ),
  ...onBoth("updateDisruption", (ctx, { disruption: id, disruptionVersion: version }) =>
    updateDisruption(ctx, { id, version, text: words, nextUpdate: never }),
  ),
];

const ofGuides: Other[] = [
  ...onBoth("answerGuide public", (ctx, { twiceGuide: { slug } }) =>
    answerGuide(ctx, { slug, answer: "yes", text: "" }),
  ),
  ...onBoth("answerGuide internal", (ctx, { internalGuide: slug }) =>
    answerGuide(ctx, { slug, answer: "yes", text: "" }),
  ),
  ...onBoth("countShown public", (ctx, { twiceGuide: { slug } }) => countShown(ctx, { slug })),
  ...onBoth("countShown internal", (ctx, { internalGuide: slug }) => countShown(ctx, { slug })),
  ...onBoth("discardDraft", (ctx, { draftGuide }) => discardDraft(ctx, draftGuide)),
  ...onBoth("publishGuide", (ctx, { draftGuide }) => publishGuide(ctx, draftGuide)),
  ...onBoth("restoreGuide", (ctx, { twiceGuide }) => restoreGuide(ctx, { ...twiceGuide, number: 1 })),
  onAll("saveGuide new", (ctx) => saveGuide(ctx, guideOf("En helt ny guide"))),
  ...onBoth("saveGuide next", (ctx, { draftGuide }) => saveGuide(ctx, { ...guideOf("Byt lösenord"), ...draftGuide })),
];

const ofIntake: Other[] = [
  ...onBoth("dismissMail", (ctx, { mail }) => dismissMail(ctx, { mailId: mail, reason: "Reklam" })),
  onAll("processMail", (ctx) => processMail(ctx, the("own").storedMail)),
  onAll("receiveMail", (ctx) => receiveMail(ctx, { mailbox: the("own").mailbox, raw: raw() })),
  onAll("receiveOwnMail", (ctx) => receiveOwnMail(ctx, { raw: raw() })),
  ...onBoth("releaseAsTicket", (ctx, { mail }) => releaseAsTicket(ctx, { mailId: mail })),
  onAll("sendCanary", (ctx) => sendCanary(ctx)),
  onAll("storeMail", (ctx) => storeMail(ctx, { mailbox: the("own").mailbox, raw: raw() })),
  ...onBoth("unmuteAddress", (ctx, { mutedAddress: id }) => unmuteAddress(ctx, { id })),
];

const fault = {
  ...{ type: "incident", topic: "ipad", ownership: "municipal", text: "Kalendern synkar inte", affected: "me" },
  work: "harder",
};

const ofRequesters: Other[] = [
  onAll("countScopeAnswer", (ctx) =>
    countScopeAnswer(ctx, { submissionKey: newId(), topic: "own_things", answer: "own_things" }),
  ),
  onAll("reportFault", (ctx) => reportFault(ctx, { ...ReportFault.parse(fault), submissionKey: newId() })),
];

/** Every act of the desk, the disruptions, the guides and the mail that is on no one ticket, and what a requester sends in. */
export const actsBeside: readonly Other[] = [...ofDesk, ...ofDisruptions, ...ofGuides, ...ofIntake, ...ofRequesters];
