"use server";

import { routes } from "@/lib/base/routes";
import { insertAnswer } from "@/lib/desk/insert-answer";
import { InsertAnswer, SendReply } from "@/lib/desk/schema";
import { saveNote, sendReply } from "@/lib/desk/send-reply";
import { personAction } from "@/lib/web/action";
import { told } from "./on-ticket";

export const sendReplyAction = personAction(SendReply, sendReply, told("replied", "#reply"));

export const saveNoteAction = personAction(SendReply, saveNote, told("noted", "#note"));

/** The draft holds what was written and the answer after it; the page is made anew around it. */
export const insertAnswerAction = personAction(InsertAnswer, insertAnswer, {
  goTo: ({ body }, { reference }) => `${routes.deskTicket(reference)}?inserted=${body.length}#reply`,
});
