import { describeStatus } from "@/app/_ui/describe-status";
import { Status } from "@/app/_ui/status";
import type { Context } from "@/lib/base/context";
import { formatDay } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import type { TicketHit } from "@/lib/tickets/search-tickets";

type HitsProps = { ctx: Context; hits: readonly TicketHit[]; hrefOf: (reference: string) => string };

/** What a search found: each ticket with the place in which it stands, what was looked for marked. */
export function TicketHits({ ctx, hits, hrefOf }: HitsProps) {
  const { language, organisation } = ctx;
  const t = translator(language);
  if (hits.length === 0) return null;
  return (
    <ol className="grid max-w-[56rem]">
      {hits.map((hit) => (
        <li key={hit.reference} className="border-hairline border-b py-3">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <a href={hrefOf(hit.reference)} className="font-strong">
              <span className="reference">{hit.reference}</span> <Marked pieces={hit.title} />
            </a>
            <Status {...describeStatus("ticketStatus", hit.status, language)} />
          </p>
          <p className="max-w-[68ch] break-words">
            {hit.place && <span className="text-ink-quiet">{t(`search.place.${hit.place}`)}: </span>}
            <Marked pieces={hit.snippet} />
          </p>
          <p className="text-small text-ink-quiet">
            {[
              hit.requester,
              formatDay(hit.receivedAt, { language, timeZone: organisation.timeZone }),
              hit.assignee ? t("search.assignee", { name: hit.assignee }) : t("search.nobody"),
            ].join(" · ")}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Marked({ pieces }: { pieces: TicketHit["title"] }) {
  let at = 0;
  return pieces.map(({ text, isHit }) => {
    const key = at;
    at += text.length;
    return isHit ? (
      <mark key={key} className="bg-soon-wash text-ink">
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}
