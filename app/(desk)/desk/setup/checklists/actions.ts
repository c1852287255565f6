"use server";

import * as z from "zod";
import { routes } from "@/lib/base/routes";
import { retireChecklist } from "@/lib/desk/retire-checklist";
import { WriteChecklist } from "@/lib/desk/schema";
import { writeChecklist } from "@/lib/desk/write-checklist";
import { personAction } from "@/lib/web/action";
import { doneAt } from "../done-at";

export const writeChecklistAction = personAction(WriteChecklist, writeChecklist, {
  goTo: (_, { slug }) => doneAt(routes.deskChecklists(), slug ? "saved" : "added"),
});

export const retireChecklistAction = personAction(z.object({ slug: z.string() }), retireChecklist, {
  goTo: () => doneAt(routes.deskChecklists(), "closed"),
});
