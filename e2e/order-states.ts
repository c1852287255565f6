import { appointSubstitute, sendAppointment } from "./reach";
import { type Stage, type State, state } from "./state";

const stages: Stage[] = [
  ...(["late", "failed", "awaiting", "declined", "cancelled", "preparing"] as const),
  ...(["paused", "ready", "handedOver", "acknowledged"] as const),
];
const substitutes = "/approvals/substitutes";

export const orderStates: State[] = [
  state("/orders", "", "", { by: "staff", shows: "main a[href^='/orders/']" }),
  state("/orders", "none", "", { by: "secretary", from: "linderas", shows: ".empty-state" }),
  ...stages.map((stage) => state("/orders/[reference]", "", "", { by: "staff" }, stage)),
  state("/orders/[reference]", "", "", { by: "orderer" }, "several"),
  state("/orders/[reference]/confirmation", "", "", { by: "staff", shows: ".confirmation" }, "awaiting"),
  ...(["cancel", "change"] as const).map((act) =>
    state(`/orders/[reference]/${act}`, "", "", { by: "staff" }, "awaiting"),
  ),
  state("/approvals", "", "", { by: "manager", shows: "main a[href^='/approvals/']" }),
  state("/approvals", "none", "", { by: "manager", from: "linderas", shows: ".empty-state" }),
  // Appointed on the page of the form, which leads back to this one.
  state("/approvals", "with a substitute", "/substitutes", {
    by: "manager",
    reach: appointSubstitute,
    shows: "main section form button",
  }),
  state(substitutes, "", "", { by: "manager", shows: "#appoint [name=substitute]" }),
  state(substitutes, "nothing answered", "", { by: "manager", reach: sendAppointment, shows: ".error-summary" }),
  state(substitutes, "administrator", "", { by: "admin", shows: "#appoint [name=person]" }),
  state(substitutes, "not theirs", "", { by: "staff" }),
  ...(["awaiting", "declined", "preparing"] as const).map((stage) =>
    state("/approvals/[reference]", "", "", { by: "manager" }, stage),
  ),
];

const onDesk = "/desk/orders/[reference]";

export const deskOrderStates: State[] = [
  ...stages.map((stage) => state(onDesk, "", "", { by: "first" }, stage)),
  state(onDesk, "", "", { by: "first" }, "several"),
  state(onDesk, "something done", "?done=note", { by: "first", shows: ".banner" }, "preparing"),
  ...(["preparing", "several", "ready", "awaiting"] as const).map((stage) =>
    state(`${onDesk}/serial-numbers`, "", "", { by: "first" }, stage),
  ),
  ...(["ready", "preparing"] as const).map((stage) => state(`${onDesk}/hand-over`, "", "", { by: "first" }, stage)),
];
