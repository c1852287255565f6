import * as z from "zod";
import { waitingFor } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { Instant, shownInstant, shownInstantOrNull } from "./instant";

export const WaitAnswer = z
  .object({
    waitingFor: z.enum(waitingFor).nullable(),
    since: Instant,
    reason: z.string().nullable(),
    reviewAt: Instant.nullable(),
    supplier: z.string().nullable(),
  })
  .meta({ id: "Wait" });
type Wait = z.output<typeof WaitAnswer>;

type Pause = { at: Date; reviewAt: Date | null } & Pick<Wait, "waitingFor" | "reason" | "supplier">;

/** Whose turn it is, since when and until when. */
export function presentWait(ctx: Context, pause: Pause | null): Wait | null {
  if (!pause) return null;
  const { waitingFor: whom, reason, supplier } = pause;
  const [since, reviewAt] = [shownInstant(ctx, pause.at), shownInstantOrNull(ctx, pause.reviewAt)];
  return { waitingFor: whom, since, reason, reviewAt, supplier };
}
