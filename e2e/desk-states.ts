import { bulkActs } from "@/db/words";
import { carryOutBulk, chooseTickets, lookAtBulk, type Reach } from "./reach";
import { rows, type State, state } from "./state";

const queue: State[] = [
  state("/desk", "", "", { by: "first", shows: rows }),
  state("/desk", "no hits", "?q=xyzzy", { by: "first", shows: ".empty-state" }),
  state("/desk", "mistyped number", "?q=1234567", { by: "first", shows: ".field-error" }),
  state("/desk", "failed", "?view=failed", { by: "lead", shows: rows }),
  state("/desk", "broken", "?view=broken", { by: "lead", shows: rows }),
  state("/desk", "unassigned", "?view=unassigned", { by: "lead", shows: rows }),
  state("/desk", "waiting", "?view=waiting", { by: "lead", shows: rows }),
  state("/desk", "by priority", "?sort=priority", { by: "first", shows: rows }),
  state("/desk", "filters unfolded", "?filters=1&line=1", { by: "first", shows: "[name=assignee]" }),
  state("/desk", "filtered to nothing", "?category=nothing", { by: "first", shows: ".empty-state" }),
  state("/desk", "every row chosen", "?all=1", { by: "first", shows: "main tbody input:checked" }),
  state("/desk", "member of a queue alone", "", { by: "secretary", shows: rows }),
  state("/desk/views", "", "?view=mine&priority=1", { by: "first", shows: "#save [name=name]" }),
  state("/desk/views", "something done", "?done=moved", { by: "first", shows: ".banner" }),
  state("/desk/bulk", "nothing chosen", "", { by: "first", shows: ".empty-state" }),
  ...bulkActs.map((act) =>
    state("/desk/bulk", act, `?act=${act}`, { by: "first", reach: chooseTickets(act), shows: "form#bulk" }),
  ),
  state("/desk/bulk/[run]", "preview", "", { by: "first", reach: lookAtBulk, shows: "form#run" }),
  state("/desk/bulk/[run]", "done", "", { by: "first", reach: carryOutBulk, shows: ".banner" }),
  state("/desk", "another municipality's", "", { by: "first", from: "linderas" }),
];

/** The palette loads when it is asked for. */
const openPalette: Reach = async (page) => {
  await page.keyboard.press("Control+k");
  await page.locator(".palette[open]").waitFor();
};

const atDesk: State[] = [
  state("/desk/keys", "", "", { by: "first", shows: "kbd" }),
  state("/desk/keys", "palette", "", { by: "first", reach: openPalette, shows: ".palette[open]" }),
  state("/desk/register", "", "", { by: "first", shows: "input[type=search]" }),
  state("/desk/register", "somebody found", "?q=Ekdahl", { by: "first", shows: ".register-found a" }),
  state("/desk/register", "nobody found", "?q=xyzzy", { by: "first", shows: ".register-none" }),
  state("/desk/visits", "", "", { by: "first" }),
];

export const deskStates: State[] = [...queue, ...atDesk];
