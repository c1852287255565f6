import type { Translate } from "@/lib/base/language";

export const levels = [1, 2, 3, 4] as const;
type Level = (typeof levels)[number];

const levelOf = (n: number): Level => levels.find((each) => each === n) ?? 4;

/** "1 – Kritisk", and why: whom it strikes and what still works. */
export function levelInWords(
  { priority, impact, urgency }: { priority: number; impact: number; urgency: number },
  t: Translate,
): { priority: string; why: string } {
  const why = {
    impact: t(`deskTicket.impact.${levelOf(impact)}`),
    urgency: t(`deskTicket.urgency.${levelOf(urgency)}`),
  };
  return { priority: t(`deskTicket.priority.${levelOf(priority)}`), why: t("deskTicket.facts.why", why) };
}
