import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { orNotFound } from "@/app/(portal)/or-not-found";
import { pageTitle } from "@/app/(portal)/page-title";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { getQueueSetup } from "@/lib/tickets/queue-setup";
import { agentContext } from "../../../agent-context";
import { SetupFrame } from "../../setup-frame";
import { NewMembers } from "./new-members";
import { QueueMembers } from "./queue-members";
import { QueueName, QueueState } from "./queue-state";
import { QueueSupplier } from "./queue-supplier";

type Asked = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<"q" | "done", string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const ctx = await agentContext("desk:edit");
  const { name } = await orNotFound(getQueueSetup(ctx, (await params).slug));
  return pageTitle(`${name}, ${translator(ctx.language)("setup.queues.title")}`);
}

/** One queue: who works it, who stands behind it, what it is called and whether it is open. */
export default async function QueueSetupPage({ params, searchParams }: Asked) {
  const ctx = await agentContext("desk:edit");
  const t = translator(ctx.language);
  const queue = await orNotFound(getQueueSetup(ctx, (await params).slug));
  const { q, done } = await searchParams;
  const unstaffed = queue.openTickets > 0 ? t("setup.queue.unstaffedHolds") : t("setup.queue.unstaffed");
  const about = { ctx, queue };
  return (
    <SetupFrame
      ctx={ctx}
      title={queue.name}
      kicker={t("setup.queue.kicker", { line: queue.line })}
      lead={t("setup.queue.lead", { count: queue.openTickets })}
      back={{ href: routes.deskQueues(), label: t("setup.queue.back") }}
      done={done}
    >
      {queue.isClosed && <Banner tone="notice" heading={t("setup.queue.closed")} />}
      {!queue.isClosed && queue.members === 0 && <Banner tone="problem" heading={unstaffed} />}
      <div className="desk-columns">
        <div>
          <QueueMembers {...about} />
          <NewMembers {...about} q={typeof q === "string" ? q : ""} />
        </div>
        <div>
          <QueueSupplier {...about} />
          <QueueName {...about} />
          <QueueState {...about} />
        </div>
      </div>
    </SetupFrame>
  );
}
