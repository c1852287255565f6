import type { Context } from "@/lib/base/context";
import { formatInstant } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import type { DisruptionView } from "@/lib/disruptions/queries";

/** When the next news comes, or that it should have come: nothing is glossed over. */
export function promiseInWords({ language, organisation, now }: Context, { nextUpdateAt }: DisruptionView): string {
  const t = translator(language);
  if (!nextUpdateAt) return t("disruptions.noNextUpdate");
  const when = formatInstant(nextUpdateAt, { language, timeZone: organisation.timeZone });
  return t(nextUpdateAt < now ? "disruptions.nextUpdateLate" : "disruptions.nextUpdate", { when });
}
