import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { type MailPageView, mailPageViews } from "./mail-query";

/** The page's lists; the first says how many wait. */
export function MailViews({ ctx, view, waiting }: { ctx: Context; view: MailPageView; waiting: number }) {
  const t = translator(ctx.language);
  return (
    <nav className="desk-views" aria-label={t("intake.views.label")}>
      <ul>
        {mailPageViews.map((each) => (
          <li key={each}>
            <a
              href={each === "waiting" ? routes.deskMail() : routes.deskMail({ view: each })}
              aria-current={each === view ? "page" : undefined}
            >
              {t(`intake.views.${each}`)}
              {each === "waiting" && (
                <>
                  <span className="desk-count" aria-hidden="true">
                    {waiting}
                  </span>
                  <span className="sr-only">, {t("queue.views.count", { count: waiting })}</span>
                </>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
