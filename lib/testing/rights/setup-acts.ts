import type { Context } from "@/lib/base/context";
import { retireChecklist } from "@/lib/desk/retire-checklist";
import { WriteChecklist } from "@/lib/desk/schema";
import { writeChecklist } from "@/lib/desk/write-checklist";
import { addCategory } from "@/lib/tickets/add-category";
import { addMember } from "@/lib/tickets/add-member";
import { addQueue } from "@/lib/tickets/add-queue";
import { changeQueue } from "@/lib/tickets/change-queue";
import { defaultMatrix } from "@/lib/tickets/priority";
import { removeMember } from "@/lib/tickets/remove-member";
import { saveCategory } from "@/lib/tickets/save-category";
import { savePriorityMatrix } from "@/lib/tickets/save-priority-matrix";
import { AddCategory, SaveCategory } from "@/lib/tickets/schema";
import type { Other } from "./other-acts";
import { type Prepared, the } from "./prepared";

const onAll = (verb: string, act: (ctx: Context) => Promise<unknown>): Other => ({ verb, object: "organisation", act });

/** On what stands in one's own organisation, and on what stands in another. */
const onBoth = (verb: string, act: (ctx: Context, on: Prepared) => Promise<unknown>): Other[] => [
  onAll(verb, (ctx) => act(ctx, the("own"))),
  { verb, object: "elsewhere", act: (ctx) => act(ctx, the("elsewhere")) },
];

const list = WriteChecklist.parse({
  ...{ name: "Vid leverans", holdsBack: false },
  items: [{ text: "Räkna delarna", isRequired: false }],
});

/** Every act by which the desk is set up. */
export const setupActs: readonly Other[] = [
  onAll("addCategory", (ctx) => addCategory(ctx, AddCategory.parse({ name: "Helt ny" }))),
  ...onBoth("addMember", (ctx, { newMember: person }) => addMember(ctx, { queue: the("own").queue, person })),
  ...onBoth("removeMember", (ctx, { queue, member: person }) => removeMember(ctx, { queue, person })),
  onAll("addQueue", (ctx) => addQueue(ctx, { name: "Helt ny", line: 1 })),
  ...onBoth("changeQueue", (ctx, { queue }) => changeQueue(ctx, { queue, isClosed: true })),
  ...onBoth("retireChecklist", (ctx, { ownChecklist: slug }) => retireChecklist(ctx, { slug })),
  onAll("saveCategory", (ctx) => saveCategory(ctx, SaveCategory.parse({ path: "new", name: "Nytt" }))),
  onAll("savePriorityMatrix", (ctx) =>
    savePriorityMatrix(ctx, { basedOn: 1, matrix: defaultMatrix.map((row) => [...row]) }),
  ),
  onAll("writeChecklist", (ctx) => writeChecklist(ctx, list)),
];
