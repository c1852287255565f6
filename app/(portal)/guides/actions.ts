"use server";

import { answerGuide } from "@/lib/guides/answer-guide";
import { AnswerGuide } from "@/lib/guides/schema";
import { personAction } from "@/lib/web/action";

export const answerGuideAction = personAction(AnswerGuide, answerGuide);
