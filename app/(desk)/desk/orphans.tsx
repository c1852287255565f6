import { Banner } from "@/app/_ui/banner";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { may } from "@/lib/base/may";
import { listOrphans } from "@/lib/escalation/orphans";

/** Tickets in a queue that nobody works, said to whoever works at the desk until somebody does; nothing when there are none. */
export async function Orphans({ ctx }: { ctx: Context }) {
  if (!may(ctx.actor, "ticket:work")) return null;
  const orphaned = await listOrphans(ctx);
  if (orphaned.length === 0) return null;
  const t = translator(ctx.language);
  return (
    <Banner tone="problem" heading={t("tickets.orphaned.heading")}>
      <ul>
        {orphaned.map(({ queueId, name, tickets }) => (
          <li key={queueId}>{t("tickets.orphaned.body", { queue: name, count: tickets })}</li>
        ))}
      </ul>
      <p>{t("tickets.orphaned.next")}</p>
    </Banner>
  );
}
