import type { Translate } from "@/lib/base/language";
import { isShownReason } from "@/lib/intake/schema";

/** Why a mail waits or was only kept, as a sentence; a word without one stands as it is. */
export const reasonWords = (t: Translate, reason: string): string =>
  isShownReason(reason) ? t(`intake.reason.${reason}`) : reason;
