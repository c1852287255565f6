import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { PresenceIsland } from "./presence-island";

/** Who else has this ticket open, and who writes: "Samir läser". For the page of a ticket that one may work. */
export function PresenceLine({ ctx, reference }: { ctx: Context; reference: string }) {
  const t = translator(ctx.language);
  const words = {
    reads: t("live.presence.reads", { names: "%" }),
    writes: t("live.presence.writes", { names: "%" }),
    and: t("live.presence.and"),
  };
  return <PresenceIsland reference={reference} words={words} />;
}
