"use server";

import { routes } from "@/lib/base/routes";
import { chooseColumns } from "@/lib/desk/choose-columns";
import { deleteView } from "@/lib/desk/delete-view";
import { moveView } from "@/lib/desk/move-view";
import { renameView } from "@/lib/desk/rename-view";
import { saveView } from "@/lib/desk/save-view";
import { ChooseColumns, MoveView, OnView, RenameView, SaveView } from "@/lib/desk/view-schema";
import { personAction } from "@/lib/web/action";

const told = (done: string) => ({ goTo: () => routes.deskViews(`done=${done}`) });

/** Straight to what was saved, in the queue. */
export const saveViewAction = personAction(SaveView, saveView, {
  goTo: ({ id }, { query }) => `${routes.desk()}?${query}${query ? "&" : ""}saved=${id}`,
});

export const renameViewAction = personAction(RenameView, renameView, told("renamed"));

export const moveViewAction = personAction(MoveView, moveView, told("moved"));

export const deleteViewAction = personAction(OnView, deleteView, told("deleted"));

export const chooseColumnsAction = personAction(ChooseColumns, chooseColumns, told("columnsSaved"));
