import { type CertificationStep, certificationSteps } from "@/db/words";

export type CertificationOutcome = { step: CertificationStep; passed: boolean };

/** `next`: the step that may be taken now. `failed`: the step that stopped the model, until it passes. */
export type Certification = { passed: CertificationStep[]; next?: CertificationStep; failed?: CertificationStep };

/**
 * Where a model stands after these outcomes, oldest first (C8): the three steps come in order, and one that fails stops the next. A
 * passed step that fails later (a new system version, say) takes the steps after it with it.
 */
export function certificationOf(outcomes: readonly CertificationOutcome[]): Certification {
  let count = 0;
  let failed: CertificationStep | undefined;
  for (const { step, passed } of outcomes) {
    const index = certificationSteps.indexOf(step);
    if (index > count) continue;
    count = passed ? Math.max(count, index + 1) : index;
    if (!passed) failed = step;
    else if (failed && certificationSteps.indexOf(failed) < count) failed = undefined;
  }
  const next = certificationSteps[count];
  return {
    passed: certificationSteps.slice(0, count),
    ...(next === undefined ? {} : { next }),
    ...(failed === undefined ? {} : { failed }),
  };
}

export type WhyNotOrderable = { code: "retired" | "failed" | "not_certified"; step?: CertificationStep };

/** Why a model cannot be ordered; undefined where it can. */
export function whyNotOrderable(
  isRetired: boolean,
  { next, failed }: Pick<Certification, "next" | "failed">,
): WhyNotOrderable | undefined {
  if (isRetired) return { code: "retired" };
  if (failed) return { code: "failed", step: failed };
  return next ? { code: "not_certified", step: next } : undefined;
}
