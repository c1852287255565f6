"use server";

import { routes } from "@/lib/base/routes";
import { addCategory } from "@/lib/tickets/add-category";
import { saveCategory } from "@/lib/tickets/save-category";
import { AddCategory, SaveCategory } from "@/lib/tickets/schema";
import { personAction } from "@/lib/web/action";
import { doneAt } from "../done-at";

export const addCategoryAction = personAction(AddCategory, addCategory, {
  goTo: () => doneAt(routes.deskCategories(), "added"),
});

export const saveCategoryAction = personAction(SaveCategory, saveCategory, {
  goTo: () => doneAt(routes.deskCategories(), "saved"),
});

export const closeCategoryAction = personAction(SaveCategory, saveCategory, {
  goTo: (_, { isClosed }) => doneAt(routes.deskCategories(), isClosed ? "closed" : "opened"),
});
