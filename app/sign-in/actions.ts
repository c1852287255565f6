"use server";

import { notFound, redirect } from "next/navigation";
import * as z from "zod";
import { env } from "@/lib/base/env";
import { poseAs } from "@/lib/web/pose";
import { safeReturn } from "@/lib/web/return-to";

const Pose = z.object({ organisation: z.string(), personId: z.uuid() });

/** Sign-in without proof, in a demo's invented municipalities alone. */
export async function signInAsPersonaAction(form: FormData): Promise<void> {
  const asked = Pose.safeParse(Object.fromEntries(form));
  if (!env().DEMO || !asked.success) notFound();
  await poseAs(asked.data.organisation, asked.data.personId);
  redirect(safeReturn(String(form.get("returnTo") ?? "")));
}
