import { ButtonLink } from "@/app/_ui/button";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { OrderView } from "@/lib/orders/queries";
import { isDelivered, isLive, openOrderStatuses } from "@/lib/orders/status";
import type { Typed } from "@/lib/web/form-content";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import { cancelAction, resumeAction } from "./actions";
import { nextAct } from "./next-act";
import { PauseForm } from "./pause-form";

export type OrderActsProps = { ctx: Context; view: OrderView; typed: Typed | null };

/** The next sensible act first and alone as the primary one; then what else may be done with the whole order. */
export function OrderActs({ ctx, view, typed }: OrderActsProps) {
  const { order } = view;
  const isOpen = openOrderStatuses.some((status) => status === order.status);
  const mayPause = isOpen && !view.pause && order.status !== "awaiting_approval";
  return (
    <div className="desk-acts">
      <Next ctx={ctx} view={view} />
      <Others ctx={ctx} view={view} />
      {mayPause && <PauseForm ctx={ctx} view={view} typed={typed} />}
      {isOpen && !view.lines.some(isDelivered) && <CancelForm ctx={ctx} view={view} typed={typed} />}
    </div>
  );
}

function Next({ ctx, view }: Omit<OrderActsProps, "typed">) {
  const t = translator(ctx.language);
  const { reference } = view.order;
  const act = nextAct(view);
  if (act === "serial")
    return <ButtonLink href={routes.deskSerialNumbers(reference)}>{t("desk.acts.registerSerialNumbers")}</ButtonLink>;
  if (act === "handOver")
    return <ButtonLink href={routes.deskHandOver(reference)}>{t("desk.acts.handOver")}</ButtonLink>;
  if (act === "resume")
    return (
      <DeskForm
        id="resume"
        action={resumeAction}
        hidden={{ reference }}
        submit={{ label: t("desk.acts.resume") }}
        words={deskFormWords(ctx.language)}
      />
    );
  if (act === "failed") {
    const failed = view.lines.filter(isLive).flatMap((line) => line.tasks.filter((task) => task.status === "failed"));
    return (
      <ButtonLink kind="quiet" href={`#task-${failed[0]?.id}`}>
        {t("desk.acts.failedStep")}
      </ButtonLink>
    );
  }
  const words = { portal: "portalWorks", manager: "managerDecides", done: "done", ended: "ended" } as const;
  return <p className="desk-acts-words">{t(`desk.acts.${words[act]}`)}</p>;
}

/** What may be done though it is not the next: several iPads are seldom at the same step. */
function Others({ ctx, view }: Omit<OrderActsProps, "typed">) {
  const t = translator(ctx.language);
  const { reference, status } = view.order;
  const act = nextAct(view);
  const live = view.lines.filter(isLive);
  const isPreparing = status === "preparing" || status === "ready";
  const lacksNumber = live.some((line) => !line.serialNumber);
  return (
    <>
      {isPreparing && act !== "handOver" && live.some((line) => line.status === "ready") && (
        <ButtonLink kind="quiet" href={routes.deskHandOver(reference)}>
          {t("desk.acts.handOver")}
        </ButtonLink>
      )}
      {isPreparing && act !== "serial" && (
        <ButtonLink kind="quiet" href={routes.deskSerialNumbers(reference)}>
          {t(lacksNumber ? "desk.acts.registerSerialNumbers" : "desk.serial.correct")}
        </ButtonLink>
      )}
    </>
  );
}

function CancelForm({ ctx, view, typed }: OrderActsProps) {
  const t = translator(ctx.language);
  return (
    <DeskForm
      id="cancel"
      action={cancelAction}
      hidden={{ reference: view.order.reference }}
      fields={[{ kind: "area", name: "reason", label: t("desk.cancel.reason"), rows: 2 }]}
      submit={{ label: t("desk.cancel.submit"), kind: "dangerous" }}
      words={deskFormWords(ctx.language)}
      disclosure={t("desk.acts.cancel")}
      typed={typed}
    >
      <p>{t("desk.cancel.intro", { name: view.requester.name })}</p>
    </DeskForm>
  );
}
