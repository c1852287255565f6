import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Language } from "@/db/words";
import { now } from "@/lib/base/clock";
import type { Context, Organisation } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { routes } from "@/lib/base/routes";
import { findSession } from "@/lib/people/find-session";
import { listOrganisations } from "@/lib/people/organisations";
import { languageCookie, organisationCookie, sessionCookie } from "./cookies";
import { isLanguage, preferredLanguage } from "./preferred-language";

/** `path` is the page's address with its query, as the browser shows it. */
export type Visit = { ctx: Context; sessionId: string | null; path: string };

/** Who visits, read from rows once a request: a session that ended, or a role that changed, counts from the next one. */
export const currentVisit = cache(async (): Promise<Visit> => {
  const [jar, sent] = [await cookies(), await headers()];
  const token = jar.get(sessionCookie.name)?.value;
  const signedIn = token ? await findSession(token) : null;
  const chosen = jar.get(languageCookie.name)?.value;
  const language: Language = isLanguage(chosen)
    ? chosen
    : (signedIn?.language ?? preferredLanguage(sent.get("accept-language")) ?? "sv");
  const organisation =
    signedIn?.organisation ?? (await visitedOrganisation(sent.get("host"), jar.get(organisationCookie.name)?.value));
  const ctx: Context = {
    organisation,
    actor: signedIn?.person ?? { kind: "anonymous" },
    now: now(),
    language,
    request: sent.get("x-request-id") ?? "none",
  };
  return { ctx, sessionId: signedIn?.sessionId ?? null, path: sent.get("x-path") ?? routes.home() };
});

/** The context of the page being shown; its actor is anonymous when nobody is signed in. */
export async function pageContext(): Promise<Context> {
  return (await currentVisit()).ctx;
}

/** The same for pages that need someone: others are sent to sign in, and come back to `returnTo` (default: this page). */
export async function signedInContext(returnTo?: string): Promise<Context> {
  const { ctx, path } = await currentVisit();
  if (ctx.actor.kind !== "person") redirect(routes.signIn(returnTo ?? path));
  return ctx;
}

/** Before sign-in: the municipality of the address, else the one last signed in to here, else the first. */
async function visitedOrganisation(host: string | null, lastSlug: string | undefined): Promise<Organisation> {
  const all = await listOrganisations();
  const name = (host ?? "").toLowerCase();
  const found =
    all.find(({ hosts }) => hosts.includes(name) || hosts.includes(name.replace(/:\d+$/, ""))) ??
    all.find(({ slug }) => slug === lastSlug) ??
    all[0];
  if (!found) throw new NotFound("people.noSuchOrganisation");
  const { hosts: _, ...organisation } = found;
  return organisation;
}
