"use server";

import * as z from "zod";
import { assignTicket } from "@/lib/tickets/assign-ticket";
import { AssignTicket } from "@/lib/tickets/schema";
import { personAction } from "@/lib/web/action";

/** From the panel beside the queue: the same page, made anew, says whose it is. */
export const takeAction = personAction(AssignTicket.extend({ reference: z.string() }), assignTicket);
