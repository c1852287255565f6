import { Status } from "@/app/_ui/status";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { canaryState } from "@/lib/intake/canary-state";
import { MailAlarm } from "../mail-alarm";
import { momentInWords } from "../moment";

/** Whether mail goes the whole way round, in a line; where it does not, as the alarm it is. */
export async function CanaryLine({ ctx }: { ctx: Context }) {
  const { state, lastHomeAt } = await canaryState(ctx);
  if (state === "alarm") return <MailAlarm ctx={ctx} />;
  const t = translator(ctx.language);
  const at = lastHomeAt ? momentInWords(lastHomeAt, ctx) : "";
  const tone = { off: "neutral", waiting: "waiting", well: "kept" } as const;
  return (
    <p className="mail-canary">
      <Status tone={tone[state]}>{t(`intake.canary.${state}`, { at })}</Status>
    </p>
  );
}
