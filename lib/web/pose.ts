import { cookies, headers } from "next/headers";
import { notFound } from "next/navigation";
import { anonymousContext } from "@/lib/people/context-of-person";
import { findOrganisation } from "@/lib/people/organisations";
import { signInAsPersona } from "@/lib/people/personas";
import { organisationCookie, sessionCookie } from "./cookies";
import { endSessionOf } from "./sign-in";

/** Makes this browser's session one of a demo's persona; the session it had before ends. */
export async function poseAs(slug: string, personId: string): Promise<void> {
  const [jar, sent] = [await cookies(), await headers()];
  const organisation = await findOrganisation(slug);
  if (!organisation) notFound();
  const ctx = anonymousContext(organisation, sent.get("x-request-id") ?? "none");
  const before = jar.get(sessionCookie.name)?.value;
  const { token, expiresAt } = await signInAsPersona(ctx, { personId, userAgent: sent.get("user-agent") ?? undefined });
  if (before) await endSessionOf(before);
  jar.set(sessionCookie.name, token, { ...sessionCookie.options, expires: expiresAt });
  jar.set(organisationCookie.name, slug, organisationCookie.options());
}
