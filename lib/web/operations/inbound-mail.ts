import * as z from "zod";
import { receiveOwnMail } from "@/lib/intake/receive-mail";
import { MailAnswer } from "@/lib/intake/schema";
import { endpoint } from "../api";

/** A raw message; described as the text it mostly is, taken as the bytes it comes as. */
const RawMail = z
  .custom<Buffer>((given) => typeof given === "string" || Buffer.isBuffer(given))
  .transform((given) => Buffer.from(given))
  .refine((raw) => raw.length > 0, "mail.missing")
  .meta({ type: "string", contentMediaType: "message/rfc822" });

/** 202 once it is stored; it is processed before it is answered, and the same message again gets the same answer. */
export const postInboundMail = endpoint({
  summary: "api.operation.inboundMail",
  scope: "mail",
  body: RawMail,
  bodyType: "message/rfc822",
  isBytes: true,
  answer: MailAnswer,
  status: 202,
  run: async (ctx, { body }) => ({ body: await receiveOwnMail(ctx, { raw: body }) }),
});
