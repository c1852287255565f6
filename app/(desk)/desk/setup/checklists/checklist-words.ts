import type { Translate } from "@/lib/base/language";
import type { Checklist } from "@/lib/desk/list-checklists";

const spareRows = 3;
const fewestRows = 5;

/** What the form says, in finished sentences; as many rows as there are items, and some to spare. */
export function checklistWords(t: Translate, checklist: Checklist | undefined) {
  const rows = Math.max(fewestRows, (checklist?.items.length ?? 0) + spareRows);
  return {
    ...{ name: t("setup.checklists.name"), category: t("setup.checklists.category") },
    everyTicket: t("setup.checklists.everyTicket"),
    ...{ itemsHeading: t("setup.checklists.itemsHeading"), itemsHint: t("setup.checklists.itemsHint") },
    items: Array.from({ length: rows }, (_, n) => t("setup.checklists.item", { n: n + 1 })),
    isRequired: t("setup.checklists.isRequired"),
    ...{ holds: t("setup.checklists.holds"), holdsHint: t("setup.checklists.holdsHint") },
    holdsYes: t("setup.checklists.holdsYes"),
    save: t(checklist ? "setup.checklists.save" : "setup.checklists.add"),
    unreachable: t("setup.unreachable"),
  };
}

export type ChecklistWords = ReturnType<typeof checklistWords>;
