"use server";

import { routes } from "@/lib/base/routes";
import { registerContact } from "@/lib/desk/register-contact";
import { RegisterContact } from "@/lib/desk/schema";
import { personAction } from "@/lib/web/action";

export const registerContactAction = personAction(RegisterContact, registerContact, {
  goTo: ({ reference }) => routes.deskRegistered(reference),
});
