import type { Reach } from "./reach";
import { named, rows, type State, state } from "./state";

const byLead = { by: "lead" } as const;

/** Sent without a name: the fault stands at its field, and what else was typed is kept. */
const sendEmpty =
  (form: string): Reach =>
  async (page) => {
    await page.locator(`#${form} [type=submit]`).click();
    await page.locator(".error-summary").waitFor();
  };

const queues: State[] = [
  state("/desk/setup/queues", "", "", { ...byLead, shows: rows }),
  state("/desk/setup/queues", "without a name", "", {
    ...{ ...byLead, reach: sendEmpty("queue") },
    shows: ".error-summary",
  }),
  named("/desk/setup/queues/[slug]", "/desk/setup/queues/line-1", "", { ...byLead, shows: ".setup-people li" }),
  named("/desk/setup/queues/[slug]", "/desk/setup/queues/line-3?q=Sa", "somebody found", {
    ...{ ...byLead, shows: "form[id^=add-]" },
  }),
  named("/desk/setup/queues/[slug]", "/desk/setup/queues/line-3?q=xyzzy", "nobody found", {
    ...{ ...byLead, shows: "[role=status]" },
  }),
  named("/desk/setup/queues/[slug]", "/desk/setup/queues/line-3", "supplier without a name", {
    ...{ ...byLead, reach: sendEmpty("supplier") },
    shows: ".error-summary",
  }),
  named("/desk/setup/queues/[slug]", "/desk/setup/queues/sensitive", "of what is confidential", {
    ...{ by: "admin", shows: ".setup-people li" },
  }),
  named("/desk/setup/queues/[slug]", "/desk/setup/queues/nothing", "not there", { ...byLead }),
];

/** Where the desk is set up, by those who may; to other agents it is not there. */
export const setupStates: State[] = [
  state("/desk/setup", "", "", { ...byLead, shows: ".setup-cards a" }),
  state("/desk/setup", "by an administrator who works no queue", "", { by: "admin", shows: ".setup-cards a" }),
  state("/desk/setup", "not theirs", "", { by: "first" }),
  state("/desk/setup/categories", "", "", { ...byLead, shows: ".setup-tree .setup-tree a" }),
  state("/desk/setup/categories", "one to change", "?edit=sensitive%2Fprotected", {
    ...{ ...byLead, shows: "#close-category" },
  }),
  state("/desk/setup/categories", "something done", "?done=saved", { ...byLead, shows: ".banner" }),
  state("/desk/setup/categories", "without a name", "", {
    ...{ ...byLead, reach: sendEmpty("category") },
    shows: ".error-summary",
  }),
  state("/desk/setup/priorities", "", "", { ...byLead, shows: ".setup-matrix select" }),
  ...queues,
  state("/desk/setup/checklists", "", "", { ...byLead, shows: ".setup-lists a" }),
  state("/desk/setup/checklists", "one to change", "?edit=forgotten-passcode", {
    ...{ ...byLead, shows: "#retire-checklist" },
  }),
  state("/desk/setup/checklists", "without a name", "", {
    ...{ ...byLead, reach: sendEmpty("checklist") },
    shows: ".error-summary",
  }),
];
