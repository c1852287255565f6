import { type Answer, CheckAnswers } from "@/app/_ui/check-answers";
import { Icon } from "@/app/_ui/icon";
import { PersonLine } from "@/app/_ui/person-line";
import { Status } from "@/app/_ui/status";
import { translator } from "@/lib/base/language";
import type { Category } from "@/lib/tickets/categories";
import { momentInWords } from "../../moment";
import { levelInWords } from "./level-words";
import type { DeskTicket } from "./ticket-context";

/** Who asks, what it is about, how much it matters, and who has it. */
export function TicketFacts({ ctx, view, parties, categories }: DeskTicket & { categories: readonly Category[] }) {
  const t = translator(ctx.language);
  const { ticket } = view;
  const { requester, assignee, queue, unit } = parties;
  const levels = levelInWords(ticket, t);
  const contact = [requester.email, requester.phone, requester.account].filter(Boolean).join(" · ");
  const answers: Answer[] = [
    {
      label: t("deskTicket.facts.requester"),
      value: <PersonLine name={requester.name ?? t("deskTicket.protected")} detail={contact} />,
    },
    { label: t("deskTicket.facts.unit"), value: unit },
    { label: t("deskTicket.facts.category"), value: categoryPath(ticket.category, categories) },
    { label: t("deskTicket.facts.type"), value: t(`words.ticketType.${ticket.type}`) },
    {
      label: t("deskTicket.facts.priority"),
      value: (
        <span className="facts-level">
          <strong>{levels.priority}</strong>
          <span>{levels.why}</span>
        </span>
      ),
    },
    {
      label: t("deskTicket.facts.queue"),
      value: t("deskTicket.facts.queueLine", { queue: queue.name, line: ticket.line }),
    },
    {
      label: t("deskTicket.facts.assignee"),
      value: assignee ? <PersonLine name={assignee.name} /> : <Nobody words={t("deskTicket.facts.nobody")} />,
    },
    { label: t("deskTicket.facts.channel"), value: t(`words.channel.${ticket.channel}`) },
    { label: t("deskTicket.facts.received"), value: momentInWords(ticket.receivedAt, ctx) },
  ];
  const { deviceSerialNumber: device, printer, ownership, resolution, resolutionCode } = ticket;
  if (device) answers.push({ label: t("deskTicket.facts.device"), value: <span className="reference">{device}</span> });
  if (printer) answers.push({ label: t("deskTicket.facts.printer"), value: printer });
  if (ownership)
    answers.push({ label: t("deskTicket.facts.ownership"), value: t(`deskTicket.ownership.${ownership}`) });
  if (resolution) {
    const words = resolutionCode ? `${t(`words.resolutionCode.${resolutionCode}`)}. ${resolution}` : resolution;
    answers.push({ label: t("deskTicket.facts.resolution"), value: words });
  }
  return <CheckAnswers answers={answers} language={ctx.language} />;
}

function Nobody({ words }: { words: string }) {
  return (
    <Status tone="soon" icon="user">
      {words}
    </Status>
  );
}

/** "iPad › Glömd lösenkod": each step of the path by its name. */
function categoryPath(path: string, categories: readonly Category[]) {
  const names = path.split("/").map((last, n, parts) => {
    const own = parts.slice(0, n + 1).join("/");
    return { own, name: categories.find((each) => each.path === own)?.name ?? last };
  });
  return (
    <span className="facts-path">
      {names.map(({ own, name }, n) => (
        <span key={own}>
          {n > 0 && <Icon name="chevron-right" />}
          {name}
        </span>
      ))}
    </span>
  );
}
