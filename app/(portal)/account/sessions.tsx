import { Table } from "@/app/_ui/table";
import type { Context } from "@/lib/base/context";
import { formatInstant } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { listSessions } from "@/lib/people/account";
import { OneActForm } from "../one-act-form";
import { endSessionAction } from "./actions";

/** Where one is signed in; each other browser can be signed out from here. */
export async function Sessions({ ctx, sessionId }: { ctx: Context; sessionId: string | null }) {
  const t = translator(ctx.language);
  const zoned = { language: ctx.language, timeZone: ctx.organisation.timeZone };
  const rows = await listSessions(ctx);
  return (
    <section className="mt-12">
      <h2 className="text-title">{t("account.sessions.heading")}</h2>
      <p className="mt-2 mb-4">{t("account.sessions.text")}</p>
      <Table
        caption={t("account.sessions.heading")}
        isCaptionHidden
        language={ctx.language}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            key: "browser",
            heading: t("account.sessions.browser"),
            isRowHeading: true,
            cell: ({ id, userAgent }) =>
              id === sessionId ? t("account.sessions.this") : browserOf(userAgent) || t("account.sessions.unknown"),
          },
          {
            key: "since",
            heading: t("account.sessions.since"),
            cell: ({ createdAt }) => formatInstant(createdAt, zoned),
          },
          {
            key: "seen",
            heading: t("account.sessions.seen"),
            cell: ({ lastSeenAt }) => formatInstant(lastSeenAt, zoned),
          },
          {
            key: "act",
            heading: t("account.sessions.act"),
            isNarrow: true,
            cell: ({ id, createdAt }) =>
              id === sessionId ? null : (
                <OneActForm
                  action={endSessionAction}
                  field={{ name: "sessionId", value: id }}
                  label={t("account.sessions.endWhich", { since: formatInstant(createdAt, zoned) })}
                >
                  {t("account.sessions.end")}
                </OneActForm>
              ),
          },
        ]}
      />
    </section>
  );
}

/** The best-known name in what the browser says of itself. */
function browserOf(userAgent: string | null): string | undefined {
  const names = [
    ["Edg/", "Edge"],
    ["Firefox/", "Firefox"],
    ["Chrome/", "Chrome"],
    ["Safari/", "Safari"],
  ] as const;
  return names.find(([mark]) => userAgent?.includes(mark))?.[1];
}
