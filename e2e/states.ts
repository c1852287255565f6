import { deskStates } from "./desk-states";
import { deskTicketStates } from "./desk-ticket-states";
import { knowledgeStates } from "./knowledge-states";
import { deskOrderStates, orderStates } from "./order-states";
import { serviceStates } from "./service-states";
import { setupStates } from "./setup-states";
import { rows, type State, state } from "./state";
import { ticketStates } from "./ticket-states";

const others: State[] = [
  state("/account", "", "", { by: "admin", shows: "main form" }),
  state("/accessibility", "", "", {}),
  state("/dev/mail", "", "", { shows: rows }),
  state("/dev/mail/[number]", "", "", {}),
  state("/sign-in", "", "", { shows: "main form button" }),
  state("/sign-in", "refused", "?error=failed", { shows: ".banner" }),
  state("/services/nothing", "not there", "", {}),
  state("/desk", "not theirs", "", { by: "staff" }),
  state("/_next/image", "refused", "", {}),
];

export const states: readonly State[] = [
  ...[...serviceStates, ...orderStates, ...deskOrderStates, ...ticketStates],
  ...[...deskStates, ...deskTicketStates, ...setupStates, ...knowledgeStates, ...others],
];
