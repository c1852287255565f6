import { formatDay } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import type { listTime } from "@/lib/desk/spend-time";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import type { DeskTicket } from "./ticket-context";
import { spendTimeAction, takeBackTimeAction } from "./work-actions";

type Props = Pick<DeskTicket, "ctx" | "view"> & { time: Awaited<ReturnType<typeof listTime>> };

/** Minutes spent, by whom and on which day, and their sum. */
export function TicketTime({ ctx, view, time }: Props) {
  const t = translator(ctx.language);
  const { reference } = view.ticket;
  const words = deskFormWords(ctx.language);
  return (
    <section className="desk-section" aria-labelledby="time">
      <h2 id="time" className="desk-heading">
        {t("deskTicket.time.heading", { hours: Math.floor(time.minutes / 60), minutes: time.minutes % 60 })}
      </h2>
      {time.entries.length > 0 && (
        <ul className="time-entries">
          {time.entries.map(({ id, minutes, spentOn, by, isMine }) => (
            <li key={id}>
              <span>
                {t("deskTicket.time.entry", {
                  ...{ minutes, name: by },
                  day: formatDay(spentOn, { language: ctx.language, timeZone: "UTC" }),
                })}
              </span>
              {isMine && (
                <DeskForm
                  id={`time-${id}`}
                  action={takeBackTimeAction}
                  hidden={{ reference, id }}
                  submit={{ label: t("deskTicket.time.takeBack"), kind: "quiet" }}
                  words={words}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <DeskForm
        id="spend"
        action={spendTimeAction}
        hidden={{ reference }}
        fields={[
          {
            ...{ kind: "text", name: "minutes", label: t("deskTicket.time.minutes") },
            hint: t("deskTicket.time.minutesHint"),
          },
          {
            kind: "text",
            name: "on",
            label: t("deskTicket.time.on"),
            hint: t("deskTicket.time.onHint"),
            isOptional: true,
          },
        ]}
        submit={{ label: t("deskTicket.time.submit"), kind: "quiet" }}
        words={words}
        disclosure={t("deskTicket.time.add")}
        dataKey="time"
      />
    </section>
  );
}
