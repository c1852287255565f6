import { describeStatus } from "@/app/_ui/describe-status";
import { Status } from "@/app/_ui/status";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { Linked } from "@/lib/tickets/links";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import type { DeskTicket } from "./ticket-context";
import { linkAction, unlinkAction, unmergeAction } from "./work-actions";

type Props = Pick<DeskTicket, "ctx" | "view"> & { links: readonly Linked[] };

const tied = ["related", "part_of"];

/** What the ticket came of, is part of, went into or has to do with. */
export function TicketLinks({ ctx, view, links }: Props) {
  const t = translator(ctx.language);
  const { reference, version } = view.ticket;
  const on = { reference, version: String(version) };
  const words = deskFormWords(ctx.language);
  const ways = (["related", "parent", "child"] as const).map((value) => {
    return { value, label: t(`deskTicket.links.as.${value}`) };
  });
  return (
    <section className="desk-section" aria-labelledby="links">
      <h2 id="links" className="desk-heading">
        {t("deskTicket.links.heading")}
      </h2>
      {links.length > 0 ? (
        <ul className="links">
          {links.map((link) => (
            <li key={`${link.kind} ${link.reference}`}>
              <span className="links-kind">{t(`deskTicket.links.${link.kind}.${link.direction}`)}</span>{" "}
              <a href={routes.deskTicket(link.reference)}>
                <span className="reference">{link.reference}</span> {link.title}
              </a>{" "}
              <Status {...describeStatus("ticketStatus", link.status, ctx.language)} />
              {tied.includes(link.kind) && (
                <DeskForm
                  id={`unlink-${link.reference}`}
                  action={unlinkAction}
                  hidden={{ ...on, other: link.reference }}
                  submit={{ label: t("deskTicket.links.unlink"), kind: "quiet", of: link.reference }}
                  words={words}
                />
              )}
              {isMergedInto(link) && (
                <DeskForm
                  id="unmerge"
                  action={unmergeAction}
                  hidden={on}
                  submit={{ label: t("deskTicket.links.unmerge"), icon: "undo-2" }}
                  words={words}
                />
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-quiet">{t("deskTicket.links.none")}</p>
      )}
      <DeskForm
        id="link"
        action={linkAction}
        hidden={on}
        fields={[
          {
            ...{ kind: "text", name: "other", isMono: true, label: t("deskTicket.links.other") },
            hint: t("deskTicket.links.otherHint"),
          },
          { kind: "choice", name: "as", label: t("deskTicket.links.how"), options: ways, chosen: ["related"] },
        ]}
        submit={{ label: t("deskTicket.links.submit") }}
        words={words}
        disclosure={t("deskTicket.links.add")}
        dataKey="link"
      />
    </section>
  );
}

/** Undone here, at the side that ended. */
const isMergedInto = ({ kind, direction }: Linked) => (kind === "merged" || kind === "duplicate") && direction === "to";
