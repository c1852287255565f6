"use server";

import { cookies } from "next/headers";
import type { Context } from "@/lib/base/context";
import { routes } from "@/lib/base/routes";
import { endSession } from "@/lib/people/end-session";
import { makeToken } from "@/lib/people/make-token";
import { revokeToken } from "@/lib/people/revoke-token";
import { EndSession, MakeToken, RevokeToken, SetLanguage } from "@/lib/people/schema";
import { setLanguage } from "@/lib/people/set-language";
import { personAction } from "@/lib/web/action";
import { languageCookie } from "@/lib/web/cookies";

const goTo = routes.account;

export const makeTokenAction = personAction(MakeToken, makeToken);

export const revokeTokenAction = personAction(RevokeToken, revokeToken, { goTo });

export const endSessionAction = personAction(EndSession, endSession, { goTo });

export const setLanguageAction = personAction(SetLanguage, keepLanguage, { goTo });

/** For letters, and for this browser's pages. */
async function keepLanguage(ctx: Context, input: SetLanguage): Promise<void> {
  await setLanguage(ctx, input);
  (await cookies()).set(languageCookie.name, input.language, languageCookie.options());
}
