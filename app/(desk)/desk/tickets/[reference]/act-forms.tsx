import { translator } from "@/lib/base/language";
import { personOf } from "@/lib/base/may";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import { assignAction, cancelAction, classifyAction, reopenAction } from "./actions";
import { levels } from "./level-words";
import type { ActsProps } from "./ticket-acts";

const onOf = ({ view }: Pick<ActsProps, "view">) => ({
  reference: view.ticket.reference,
  version: String(view.ticket.version),
});

/** To a colleague of the same queue, or to nobody. */
export function AssignForm(props: ActsProps) {
  const { ctx, parties, colleagues, seen, typed } = props;
  const t = translator(ctx.language);
  const others = colleagues.filter(({ personId }) => personId !== parties.assignee?.personId);
  const me = personOf(ctx).personId;
  const options = others
    .filter(({ personId }) => personId !== me)
    .map(({ name, email }) => ({ value: email, label: name }));
  const nobody = { value: "nobody", label: t("deskTicket.assign.nobody") };
  if (options.length === 0 && !parties.assignee) return null;
  return (
    <DeskForm
      id="assign"
      action={assignAction}
      hidden={onOf(props)}
      fields={[
        {
          ...{ kind: "select", name: "assignee", label: t("deskTicket.assign.to") },
          ...{ options: parties.assignee ? [nobody, ...options] : options, emptyLabel: t("deskTicket.assign.choose") },
          hint: t("deskTicket.assign.hint", { queue: parties.queue.name }),
        },
      ]}
      submit={{ label: t("deskTicket.assign.submit") }}
      words={deskFormWords(ctx.language)}
      disclosure={t("deskTicket.acts.assign")}
      seen={seen}
      typed={typed}
      dataKey="assignTo"
    />
  );
}

/** What it is about and how much it matters: the clocks follow. */
export function ClassifyForm(props: ActsProps) {
  const { ctx, view, categories, seen, typed } = props;
  const t = translator(ctx.language);
  const { ticket } = view;
  const words = (path: string, name: string) => `${"\u2003".repeat(path.split("/").length - 1)}${name}`;
  const choose = (name: "impact" | "urgency") => ({
    ...({ kind: "choice", name, label: t(`deskTicket.classify.${name}`) } as const),
    options: levels.map((n) => ({ value: String(n), label: t(`deskTicket.${name}.${n}`) })),
    chosen: [String(ticket[name])],
  });
  return (
    <DeskForm
      id="classify"
      action={classifyAction}
      hidden={onOf(props)}
      fields={[
        {
          ...{ kind: "select", name: "category", label: t("deskTicket.facts.category"), value: ticket.category },
          options: categories.map(({ path, name }) => ({ value: path, label: words(path, name) })),
        },
        choose("impact"),
        choose("urgency"),
      ]}
      submit={{ label: t("deskTicket.classify.submit") }}
      words={deskFormWords(ctx.language)}
      disclosure={t("deskTicket.acts.classify")}
      seen={seen}
      typed={typed}
      dataKey="classify"
    >
      <p>{t("deskTicket.classify.intro")}</p>
    </DeskForm>
  );
}

export function ReopenForm(props: ActsProps) {
  const { ctx, seen, typed } = props;
  const t = translator(ctx.language);
  return (
    <DeskForm
      id="reopen"
      action={reopenAction}
      hidden={onOf(props)}
      fields={[{ kind: "area", name: "reason", label: t("deskTicket.reopen.reason"), rows: 2 }]}
      submit={{ label: t("deskTicket.acts.reopen") }}
      words={deskFormWords(ctx.language)}
      disclosure={t("deskTicket.acts.reopen")}
      seen={seen}
      typed={typed}
      dataKey="reopen"
    />
  );
}

export function CancelForm(props: ActsProps) {
  const { ctx, parties, seen, typed } = props;
  const t = translator(ctx.language);
  const name = parties.requester.name ?? t("deskTicket.protected");
  return (
    <DeskForm
      id="cancel"
      action={cancelAction}
      hidden={onOf(props)}
      fields={[{ kind: "area", name: "reason", label: t("deskTicket.cancel.reason"), rows: 2 }]}
      submit={{ label: t("deskTicket.cancel.submit"), kind: "dangerous" }}
      words={deskFormWords(ctx.language)}
      disclosure={t("deskTicket.acts.cancel")}
      seen={seen}
      typed={typed}
      dataKey="cancel"
    >
      <p>{t("deskTicket.cancel.intro", { name })}</p>
    </DeskForm>
  );
}
