"use server";

import { BookVisit, bookVisit } from "@/lib/desk/book-visit";
import { MoveVisit, moveVisit } from "@/lib/desk/work-visit";
import { personAction } from "@/lib/web/action";

export const bookVisitAction = personAction(BookVisit, bookVisit);

export const callOffVisitAction = personAction(MoveVisit, moveVisit);
