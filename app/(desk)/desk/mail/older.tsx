import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { MailPageView } from "./mail-query";

type OlderProps = { ctx: Context; view: MailPageView; last: Date | undefined; count: number };

const pageSize = 50;

/** The way to what came before, where the page is full. */
export function Older({ ctx, view, last, count }: OlderProps) {
  if (!last || count < pageSize) return null;
  return (
    <p className="mt-4">
      <a href={routes.deskMail({ view, before: last.toISOString() })}>{translator(ctx.language)("intake.older")}</a>
    </p>
  );
}
