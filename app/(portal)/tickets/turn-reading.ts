import type { Context } from "@/lib/base/context";
import type { TurnReading } from "@/lib/tickets/whose-turn";

export function turnReading({ language, organisation, now }: Context): TurnReading {
  return { language, timeZone: organisation.timeZone, now };
}
