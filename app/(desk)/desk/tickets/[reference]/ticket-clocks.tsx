import { describeStatus } from "@/app/_ui/describe-status";
import { Icon } from "@/app/_ui/icon";
import { Status } from "@/app/_ui/status";
import type { Context } from "@/lib/base/context";
import { formatInstant } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { ledgerInWords } from "@/lib/calendars/ledger-words";
import { type ClockReading, currentClocks } from "@/lib/tickets/clock";
import { momentInWords } from "../../moment";
import { clockLine, eventLines } from "./clock-lines";
import type { DeskTicket } from "./ticket-context";

/** Each clock that holds, in words; and on demand why it stands so: event by event, day by day. What was replaced is folded below. */
export function TicketClocks({ ctx, view }: Pick<DeskTicket, "ctx" | "view">) {
  const t = translator(ctx.language);
  const held = currentClocks(view.clocks);
  const before = view.clocks.filter((each) => !held.includes(each));
  return (
    <section className="clocks" aria-labelledby="clocks">
      <h2 id="clocks" className="desk-heading">
        {t("deskTicket.clocks.heading")}
      </h2>
      <ul className="clock-list">
        {held.map((reading) => (
          <ClockItem key={`${reading.target} ${reading.fromId}`} ctx={ctx} reading={reading} />
        ))}
      </ul>
      {before.length > 0 && (
        <details className="clock-before">
          <summary>{t("deskTicket.clocks.before", { count: before.length })}</summary>
          <ul className="clock-list">
            {before.map((reading) => (
              <ClockItem key={`${reading.target} ${reading.fromId}`} ctx={ctx} reading={reading} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function ClockItem({ ctx, reading }: { ctx: Context; reading: ClockReading }) {
  const t = translator(ctx.language);
  const { state, words } = clockLine(reading, ctx);
  const isReplaced = reading.end === "replaced";
  return (
    <li className="clock">
      <p className="clock-line">
        <strong>{t(`words.clockTarget.${reading.target}`)}</strong>
        {isReplaced ? (
          <Status tone="neutral" icon="arrow-up-down">
            {t("deskTicket.clocks.replaced")}
          </Status>
        ) : (
          <Status {...describeStatus("clockState", state, ctx.language)} />
        )}
        <span>{words}</span>
      </p>
      <details className="clock-why">
        <summary>
          {t("deskTicket.clocks.why")}
          <span className="sr-only"> {t(`words.clockTarget.${reading.target}`)}</span>
        </summary>
        <Why ctx={ctx} reading={reading} />
      </details>
    </li>
  );
}

/** The log, and the ledger that it gives. */
function Why({ ctx, reading }: { ctx: Context; reading: ClockReading }) {
  const t = translator(ctx.language);
  const { clock } = reading;
  const zoned = { language: ctx.language, timeZone: ctx.organisation.timeZone };
  return (
    <div className="clock-reason">
      <p>{t("deskTicket.clocks.due", { at: formatInstant(clock.dueAt, zoned), minutes: clock.elapsedMinutes })}</p>
      <ol className="clock-events">
        {eventLines(reading, ctx).map(({ at, words }) => (
          <li key={`${at.getTime()} ${words}`}>
            <time dateTime={at.toISOString()}>{momentInWords(at, ctx)}</time> {words}
          </li>
        ))}
      </ol>
      <ol className="clock-ledger">
        {ledgerInWords(clock.ledger, ctx.language).map((day) => (
          <li key={day.date} data-counted={day.counted || undefined}>
            <Icon name={day.counted ? "check" : "circle-minus"} />
            <span>{day.label}</span> <span>{day.words}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
