"use server";

import { redirect } from "next/navigation";
import { routes } from "@/lib/base/routes";
import { switchDeskKeys } from "@/lib/web/desk-keys";

/** On or off in this browser; nothing of the portal's own changes, so nobody need be signed in. */
export async function switchKeysAction(form: FormData): Promise<void> {
  await switchDeskKeys(form.get("keys") !== "off");
  redirect(routes.deskKeys());
}
