"use server";

import { routes } from "@/lib/base/routes";
import { savePriorityMatrix } from "@/lib/tickets/save-priority-matrix";
import { SavePriorityMatrix } from "@/lib/tickets/schema";
import { personAction } from "@/lib/web/action";
import { doneAt } from "../done-at";

export const saveMatrixAction = personAction(SavePriorityMatrix, savePriorityMatrix, {
  goTo: () => doneAt(routes.deskPriorities(), "saved"),
});
