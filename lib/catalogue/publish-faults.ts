import type { FieldFault } from "@/lib/base/errors";
import type { ServiceRow } from "./service-rows";

/** What there is outside the edition itself. */
export type Surroundings = { hasApprover: boolean; hasCalendar: boolean };

/** Everything that keeps an edition from being published, each with its own sentence. Empty: it may be. */
export function publishFaults(row: ServiceRow, { hasApprover, hasCalendar }: Surroundings): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!row.approver_role) faults.push({ path: "approverRole", key: "catalogue.publish.approverMissing" });
  else if (!hasApprover) faults.push({ path: "approverRole", key: "catalogue.publish.approverNobody" });
  if (!row.calendar_slug) faults.push({ path: "calendarSlug", key: "catalogue.publish.calendarMissing" });
  else if (!hasCalendar) faults.push({ path: "calendarSlug", key: "catalogue.publish.calendarUnknown" });
  if (!row.policy_slug) faults.push({ path: "policySlug", key: "catalogue.publish.policyMissing" });
  else if (!row.policy) faults.push({ path: "policySlug", key: "catalogue.publish.policyUnknown" });
  return [...faults, ...variantFaults(row), ...textFaults(row)];
}

function variantFaults({ variants }: ServiceRow): FieldFault[] {
  if (variants.length === 0) return [{ path: "variants", key: "catalogue.publish.variantMissing" }];
  return variants
    .filter((variant) => variant.fulfilment.length === 0)
    .map(({ slug, name }) => {
      const values = { variant: name.sv };
      return { path: `variants.${slug}.fulfilment`, key: "catalogue.publish.stepsMissing", values };
    });
}

function textFaults({ name, summary, sections }: ServiceRow): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!name.sv.trim()) faults.push({ path: "name", key: "catalogue.publish.nameMissing" });
  if (!summary.sv.trim()) faults.push({ path: "summary", key: "catalogue.publish.summaryMissing" });
  if (sections.length === 0) faults.push({ path: "sections", key: "catalogue.publish.sectionMissing" });
  for (const { key, heading, markdown } of sections) {
    if (heading.sv.trim() && markdown.sv.trim()) continue;
    const values = { section: heading.sv.trim() || key };
    faults.push({ path: `sections.${key}`, key: "catalogue.publish.swedishMissing", values });
  }
  return faults;
}
