import * as z from "zod";
import { resolutionCodes } from "@/db/words";
import { routes } from "@/lib/base/routes";
import type { Done } from "./done";

export const OnTicket = z.object({ reference: z.string() });

/** `version`: the ticket as it was when the page was read (`If-Match`). */
export const OnVersion = OnTicket.extend({ version: z.int() });

/** By hand the code is chosen; left out it is no answer. */
export const ResolutionCode = z.enum(resolutionCodes, "tickets.errors.code");

/** Back to the ticket, which says what was done. */
export const told = (done: Done, anchor = "") => ({
  goTo: (_: unknown, { reference }: { reference: string }) => `${routes.deskTicket(reference)}?done=${done}${anchor}`,
});
