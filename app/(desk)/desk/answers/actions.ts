"use server";

import * as z from "zod";
import { routes } from "@/lib/base/routes";
import { removeAnswer, saveAnswer } from "@/lib/desk/save-answer";
import { SaveAnswer } from "@/lib/desk/schema";
import { personAction } from "@/lib/web/action";

/** A form's choice between two, instead of a box that may be missed. */
const Save = SaveAnswer.extend({ isShared: z.enum(["shared", "own"], "deskTicket.errors.whose") });

export const saveAnswerAction = personAction(
  Save,
  (ctx, { isShared, ...input }) => saveAnswer(ctx, { ...input, isShared: isShared === "shared" }),
  { goTo: () => `${routes.deskAnswers()}?done=saved` },
);

export const removeAnswerAction = personAction(z.object({ id: z.uuid() }), removeAnswer, {
  goTo: () => `${routes.deskAnswers()}?done=removed`,
});
