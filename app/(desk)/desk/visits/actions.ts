"use server";

import { routes } from "@/lib/base/routes";
import { CheckIdentity, checkIdentity, MoveVisit, moveVisit } from "@/lib/desk/work-visit";
import { personAction } from "@/lib/web/action";

const back = { goTo: () => routes.deskVisits() };

export const moveVisitAction = personAction(MoveVisit, moveVisit, back);

export const checkIdentityAction = personAction(CheckIdentity, checkIdentity, back);
