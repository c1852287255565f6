import { Banner } from "@/app/_ui/banner";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { may } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import { canaryState } from "@/lib/intake/canary-state";
import { momentInWords } from "./moment";

/** For every page of the desk: mail that does not go round, said until it does again. Nothing while all is well, or to a queue's mere member. */
export async function MailAlarm({ ctx }: { ctx: Context }) {
  if (!may(ctx.actor, "mail:work")) return null;
  const { state, lastHomeAt } = await canaryState(ctx);
  if (state !== "alarm") return null;
  const t = translator(ctx.language);
  return (
    <Banner tone="problem" heading={t("intake.canary.alarm")}>
      <p>
        {t("intake.canary.alarmText")}{" "}
        {lastHomeAt && t("intake.canary.alarmLast", { at: momentInWords(lastHomeAt, ctx) })}{" "}
        <a href={routes.deskMail()}>{t("intake.canary.toMail")}</a>
      </p>
    </Banner>
  );
}
