"use server";

import { routes } from "@/lib/base/routes";
import { answerFollowers } from "@/lib/disruptions/answer-followers";
import { declareDisruption } from "@/lib/disruptions/declare-disruption";
import { endDisruption } from "@/lib/disruptions/end-disruption";
import { linkTicket, unlinkTicket } from "@/lib/disruptions/link-ticket";
import { markSignificant } from "@/lib/disruptions/mark-significant";
import { saveRecipients } from "@/lib/disruptions/recipients";
import { reportMade } from "@/lib/disruptions/report-made";
import * as schema from "@/lib/disruptions/schema";
import { updateDisruption } from "@/lib/disruptions/update-disruption";
import { personAction } from "@/lib/web/action";
import type { Done } from "./done";

/** Back to the disruption, which says what was done. */
const told = (done: Done) => ({ goTo: ({ id }: { id: string }) => `${routes.deskDisruption(id)}?done=${done}` });

export const declareAction = personAction(schema.DeclareDisruption, declareDisruption, told("declared"));

export const updateAction = personAction(schema.UpdateDisruption, updateDisruption, told("updated"));

export const endAction = personAction(schema.EndDisruption, endDisruption, told("ended"));

export const answerAction = personAction(schema.AnswerFollowers, answerFollowers, told("answered"));

export const linkAction = personAction(schema.LinkTicket, linkTicket, told("linked"));

export const unlinkAction = personAction(schema.LinkTicket, unlinkTicket, told("unlinked"));

export const markAction = personAction(schema.MarkSignificant, markSignificant, told("marked"));

export const reportedAction = personAction(schema.ReportMade, reportMade, told("reported"));

export const saveRecipientsAction = personAction(schema.SaveRecipients, saveRecipients, {
  goTo: () => `${routes.deskReportRecipients()}?done=recipients`,
});
