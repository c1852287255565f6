import { cookies } from "next/headers";
import type { Context } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { newSecret } from "@/lib/base/ids";
import { routes } from "@/lib/base/routes";
import { claimDraft, getDraft, saveDraft } from "@/lib/people/drafts";
import { findOwnerOfExpired } from "@/lib/people/find-session";
import { claimCookie, sessionCookie } from "./cookies";
import type { Typed } from "./form-content";
import type { Visit } from "./session";

/**
 * Keeps what was typed in a form whose session had ended: for the person whose session ran out, else for this browser by a claim
 * cookie. Answers the sign-in address that leads back to the form with `?draft=`.
 */
export async function keepTyped({ ctx, path }: Visit, values: Typed): Promise<string> {
  const jar = await cookies();
  const token = jar.get(sessionCookie.name)?.value;
  const owner = token ? await findOwnerOfExpired(token) : null;
  const page = new URL(path, "http://portal.invalid");
  const form = page.pathname;
  const { id } = owner
    ? await saveDraft({ ...ctx, organisation: owner.organisation, actor: owner.person }, { form, content: values })
    : await saveDraft(ctx, { form, content: values, claim: await claimOf(jar) });
  page.searchParams.set("draft", id);
  return routes.signIn(`${page.pathname}${page.search}`);
}

/** What was typed before signing in again, by the `?draft=` of the page; null when there is none that is this person's. */
export async function typedBefore(ctx: Context, draft: string | undefined): Promise<Typed | null> {
  if (!draft || !/^[0-9a-f-]{36}$/.test(draft) || ctx.actor.kind !== "person") return null;
  const claim = (await cookies()).get(claimCookie.name)?.value;
  const found =
    (await orNull(getDraft(ctx, draft))) ?? (claim ? await orNull(claimDraft(ctx, { id: draft, claim })) : null);
  return found ? (found.content as Typed) : null;
}

async function claimOf(jar: Awaited<ReturnType<typeof cookies>>): Promise<string> {
  const claim = jar.get(claimCookie.name)?.value ?? newSecret();
  jar.set(claimCookie.name, claim, claimCookie.options);
  return claim;
}

const orNull = <T>(found: Promise<T>): Promise<T | null> =>
  found.catch((fault) => {
    if (fault instanceof NotFound) return null;
    throw fault;
  });
