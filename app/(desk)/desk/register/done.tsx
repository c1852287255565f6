import { ButtonLink, ButtonRow } from "@/app/_ui/button";
import { ConfirmationPanel } from "@/app/_ui/confirmation-panel";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { spokenReference } from "@/lib/desk/spoken-reference";
import type { TicketView } from "@/lib/tickets/queries";

/** The number, large and as one says it; then the next. */
export function Done({ ctx, view: { ticket } }: { ctx: Context; view: TicketView }) {
  const t = translator(ctx.language);
  const { reference, line, resolutionCode } = ticket;
  return (
    <>
      <ConfirmationPanel
        heading={t("register.done.heading")}
        reference={{ label: t("register.done.reference"), number: reference }}
      >
        <p className="register-aloud">
          {t("register.done.aloud", { spoken: spokenReference(reference, ctx.language) })}
        </p>
        <p>{resolutionCode === "not_supported" ? t("register.done.outside") : t("register.done.line", { line })}</p>
      </ConfirmationPanel>
      <ButtonRow>
        <ButtonLink href={routes.deskTicket(reference)}>{t("register.done.open")}</ButtonLink>
        <ButtonLink kind="quiet" href={routes.deskVisitFor(reference)}>
          {t("visits.book")}
        </ButtonLink>
        <ButtonLink kind="quiet" href={routes.deskRegister()}>
          {t("register.done.next")}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
