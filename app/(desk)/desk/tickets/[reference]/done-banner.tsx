import { Banner } from "@/app/_ui/banner";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { findUndoable } from "@/lib/desk/undo-last-act";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import { undoAction } from "./actions";
import { type Done, dones } from "./done";

type DoneBannerProps = { ctx: Context; reference: string; done: string | string[] | undefined };

const undoable: readonly Done[] = ["assigned", "classified", "resolved", "merged"];

/** Says what was just done, when the address says so, and takes it back where that can be done. */
export async function DoneBanner({ ctx, reference, done }: DoneBannerProps) {
  const known = dones.find((each) => each === done);
  if (!known) return null;
  const t = translator(ctx.language);
  const isUndoable = undoable.includes(known) && (await findUndoable(ctx, reference)) !== null;
  return (
    <Banner tone="success" heading={t(`deskTicket.done.${known}`)}>
      {isUndoable && (
        <DeskForm
          id="undo"
          action={undoAction}
          hidden={{ reference }}
          submit={{ label: t("deskTicket.undo.submit"), kind: "quiet", icon: "undo-2" }}
          words={deskFormWords(ctx.language)}
          dataKey="undo"
        />
      )}
    </Banner>
  );
}
