import { translator } from "@/lib/base/language";
import { personOf } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import type { Category } from "@/lib/tickets/categories";
import type { Colleague } from "@/lib/tickets/colleagues";
import { canMove } from "@/lib/tickets/status";
import type { Typed } from "@/lib/web/form-content";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import type { Seen } from "../../since-seen";
import { AssignForm, CancelForm, ClassifyForm, ReopenForm } from "./act-forms";
import { ActLink } from "./act-link";
import { assignAction, resumeAction } from "./actions";
import { type NextAct, nextAct } from "./next-act";
import { PauseForm } from "./pause-form";
import { ResolveForm } from "./resolve-form";
import type { DeskTicket } from "./ticket-context";

export type ActsProps = DeskTicket & {
  seen: Seen;
  typed: Typed | null;
  isAsked: boolean;
  colleagues: readonly Colleague[];
  categories: readonly Category[];
  openParts: readonly string[];
  mayReply: boolean;
};

/** The next sensible act first and alone as the primary one; then what else may be done with the ticket as it stands. */
export function TicketActs(props: ActsProps) {
  const { ctx, view, isAsked } = props;
  const t = translator(ctx.language);
  const { ticket } = view;
  const isOrder = ticket.serviceLevelId === null;
  const next = nextAct({ ...ticket, isAsked, isOrder }, personOf(ctx).personId);
  const can = (move: Parameters<typeof canMove>[1]) => canMove(ticket.status, move);
  const mayEnd = !isOrder && can("resolve");
  return (
    <div className="desk-acts">
      {/* Keyed: where an act comes too late the next one changes, and what its form has to tell must not be lost with its place. */}
      {can("assign") && <TakeButton key="take" {...props} kind={next === "take" ? "primary" : "quiet"} />}
      {mayEnd && next === "resolve" && <ResolveForm key="resolve" {...props} isPrimary />}
      <Primary {...props} act={next} />
      {next !== "reply" && props.mayReply && <ReplyLink {...props} kind="quiet" />}
      <ActLink href="#note-body" act="note">
        {t("deskTicket.acts.note")}
      </ActLink>
      {can("assign") && <AssignForm {...props} />}
      {can("transfer") && (
        <ActLink href={routes.deskTransfer(ticket.reference)} act="transfer">
          {t("deskTicket.acts.transfer")}
        </ActLink>
      )}
      {can("pause") && <PauseForm {...props} />}
      {can("resume") && <ResumeForm {...props} />}
      {mayEnd && next !== "resolve" && <ResolveForm key="resolve" {...props} />}
      {!isOrder && can("classify") && <ClassifyForm {...props} />}
      {!isOrder && can("reopen") && <ReopenForm {...props} />}
      {!isOrder && can("merge") && (
        <ActLink href={routes.deskMerge(ticket.reference)} act="merge">
          {t("deskTicket.acts.merge")}
        </ActLink>
      )}
      {mayEnd && <CancelForm {...props} />}
    </div>
  );
}

function Primary(props: ActsProps & { act: NextAct }) {
  const { ctx, parties, act } = props;
  const t = translator(ctx.language);
  if (act === "reply") return <ReplyLink {...props} kind="primary" />;
  if (act === "theirs")
    return <p className="desk-acts-words">{t("deskTicket.acts.theirs", { name: parties.assignee?.name ?? "" })}</p>;
  return null;
}

function ReplyLink({ ctx, kind }: Pick<ActsProps, "ctx"> & { kind: "primary" | "quiet" }) {
  return (
    <ActLink href="#reply-body" act="reply" kind={kind}>
      {translator(ctx.language)("deskTicket.acts.reply")}
    </ActLink>
  );
}

function TakeButton({ ctx, view, parties, seen, kind }: ActsProps & { kind: "primary" | "quiet" }) {
  const t = translator(ctx.language);
  const me = personOf(ctx);
  const { reference, version } = view.ticket;
  if (parties.assignee?.personId === me.personId || (kind === "quiet" && !parties.assignee)) return null;
  return (
    <DeskForm
      id="take"
      action={assignAction}
      hidden={{ reference, version: String(version), assignee: me.email }}
      submit={{ label: t("deskTicket.acts.take"), kind }}
      words={deskFormWords(ctx.language)}
      seen={seen}
      dataKey="assign"
    />
  );
}

function ResumeForm({ ctx, view, seen }: ActsProps) {
  const { reference, version } = view.ticket;
  return (
    <DeskForm
      id="resume"
      action={resumeAction}
      hidden={{ reference, version: String(version) }}
      submit={{ label: translator(ctx.language)("desk.acts.resume"), kind: "quiet" }}
      words={deskFormWords(ctx.language)}
      seen={seen}
      dataKey="resume"
    />
  );
}
