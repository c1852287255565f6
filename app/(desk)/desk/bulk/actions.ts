"use server";

import { routes } from "@/lib/base/routes";
import { OnRun, PrepareBulk } from "@/lib/desk/bulk-schema";
import { prepareBulk } from "@/lib/desk/prepare-bulk";
import { runBulk } from "@/lib/desk/run-bulk";
import { undoBulk } from "@/lib/desk/undo-bulk";
import { personAction } from "@/lib/web/action";

export const prepareBulkAction = personAction(PrepareBulk, prepareBulk, { goTo: ({ id }) => routes.deskBulkRun(id) });

export const runBulkAction = personAction(OnRun, runBulk, { goTo: (_, { id }) => routes.deskBulkRun(id) });

export const undoBulkAction = personAction(OnRun, undoBulk, { goTo: ({ id }) => routes.deskBulkRun(id) });
