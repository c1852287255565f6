import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { QueuePage } from "@/lib/tickets/queue-setup";
import { DeskForm } from "../../../desk-form";
import { deskFormWords } from "../../../desk-form-words";
import { closeQueueAction, nameQueueAction, openQueueAction } from "../actions";

type OfQueue = { ctx: Context; queue: QueuePage };

export function QueueName({ ctx, queue: { slug, name } }: OfQueue) {
  const t = translator(ctx.language);
  return (
    <section className="desk-section" aria-labelledby="name-heading">
      <h2 id="name-heading" className="desk-heading">
        {t("setup.queue.nameHeading")}
      </h2>
      <DeskForm
        id="name"
        action={nameQueueAction}
        hidden={{ queue: slug }}
        fields={[{ kind: "text", name: "name", label: t("setup.queues.name"), value: name }]}
        submit={{ label: t("setup.queue.rename"), kind: "quiet" }}
        words={deskFormWords(ctx.language)}
      />
    </section>
  );
}

/** Closes or opens it; where it cannot be closed, says why instead of offering it. */
export function QueueState({ ctx, queue }: OfQueue) {
  const t = translator(ctx.language);
  const words = deskFormWords(ctx.language);
  const hidden = { queue: queue.slug };
  const starting = queue.categories.map(({ name }) => name).join(", ");
  const close = { label: t("setup.queue.close"), kind: "quiet" } as const;
  return (
    <section className="desk-section" aria-labelledby="state-heading">
      <h2 id="state-heading" className="desk-heading">
        {t("setup.queue.stateHeading")}
      </h2>
      {queue.isClosed ? (
        <DeskForm
          id="open"
          action={openQueueAction}
          hidden={hidden}
          submit={{ label: t("setup.queue.open"), kind: "quiet" }}
          words={words}
        />
      ) : queue.openTickets > 0 ? (
        <p className="setup-rule">{t("setup.queue.closeHolds")}</p>
      ) : (
        <DeskForm id="close" action={closeQueueAction} hidden={hidden} submit={close} words={words}>
          <p className="setup-rule">{t("setup.queue.closeRule")}</p>
          {starting && <p className="setup-rule">{t("setup.queue.closeStarts", { categories: starting })}</p>}
        </DeskForm>
      )}
    </section>
  );
}
