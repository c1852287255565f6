"use server";

import { redirect } from "next/navigation";
import * as z from "zod";
import { routes } from "@/lib/base/routes";
import { registerSerialNumber, registerSerialNumbers } from "@/lib/orders/register-serial-number";
import { RegisterSerialNumber, SerialNumber } from "@/lib/orders/schema";
import { readSerialNumberList } from "@/lib/orders/serial-number-list";
import { personAction } from "@/lib/web/action";
import { agentContext } from "../../../agent-context";
import { previewHref, textOfUpload } from "./preview";

const OfLine = RegisterSerialNumber.extend({
  reference: z.string(),
  lineId: z.string("desk.errors.line").min(1, "desk.errors.line"),
});
const OfOrder = z.object({
  reference: z.string(),
  serialNumbers: z.array(SerialNumber).min(1, "desk.errors.serialNumbers"),
});

/** Back to the same page: the next device waits for its scan there. */
export const registerSerialNumberAction = personAction(OfLine, registerSerialNumber, {
  goTo: (_, { reference }) => `${routes.deskSerialNumbers(reference)}?done=serialNumber`,
});

export const registerSerialNumbersAction = personAction(OfOrder, registerSerialNumbers, {
  goTo: (_, { reference }) => `${routes.deskOrder(reference)}?done=serialNumbers`,
});

/** Reads what was pasted and the supplier's file, and shows it: nothing is saved before someone has looked. */
export async function previewSerialNumbersAction(form: FormData): Promise<void> {
  await agentContext();
  const reference = String(form.get("reference") ?? "");
  const upload = await textOfUpload(form.get("file"));
  if ("fault" in upload) redirect(`${routes.deskSerialNumbers(reference)}?fault=${upload.fault}`);
  const listed = readSerialNumberList(`${String(form.get("list") ?? "")}\n`).concat(readSerialNumberList(upload.text));
  redirect(previewHref(reference, listed));
}
