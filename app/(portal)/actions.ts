"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { routes } from "@/lib/base/routes";
import { endSession } from "@/lib/people/end-session";
import { findOrganisation } from "@/lib/people/organisations";
import { languageCookie, organisationCookie, sessionCookie } from "@/lib/web/cookies";
import { isLanguage } from "@/lib/web/preferred-language";
import { safeReturn } from "@/lib/web/return-to";
import { currentVisit } from "@/lib/web/session";

/** Keeps the language that the switch in the frame asks for ("language:en"), and returns to the page. */
export async function chooseLanguageAction(form: FormData): Promise<void> {
  const wanted = String(form.get("intent") ?? "").replace("language:", "");
  if (isLanguage(wanted)) (await cookies()).set(languageCookie.name, wanted, languageCookie.options());
  redirect(safeReturn(String(form.get("returnTo") ?? "")));
}

/** Keeps which municipality a visitor without a session wants to read about. */
export async function chooseMunicipalityAction(form: FormData): Promise<void> {
  const organisation = await findOrganisation(String(form.get("municipality") ?? ""));
  if (organisation) (await cookies()).set(organisationCookie.name, organisation.slug, organisationCookie.options());
  redirect(routes.home());
}

export async function signOutAction(): Promise<void> {
  const { ctx, sessionId } = await currentVisit();
  if (sessionId) await endSession(ctx, { sessionId });
  (await cookies()).set(sessionCookie.name, "", { ...sessionCookie.options, maxAge: 0 });
  redirect(routes.home());
}
