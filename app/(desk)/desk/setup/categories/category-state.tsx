import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { CategorySetup } from "@/lib/tickets/category-setup";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import { closeCategoryAction } from "./actions";

/** Closes the category, or opens it again, and changes nothing else of it. */
export function CategoryState({ ctx, category }: { ctx: Context; category: CategorySetup }) {
  const t = translator(ctx.language);
  const { path, name, line, queue, serviceLevel, version, isClosed, isConfidential, isNeeded } = category;
  if (isNeeded && !isClosed) return <p className="setup-rule">{t("setup.categories.needed")}</p>;
  const hidden = {
    ...{ path, name, serviceLevel, basedOn: String(version), line: String(line), queue: queue ?? "" },
    ...(isConfidential ? { isConfidential: "true" } : {}),
    ...(isClosed ? {} : { isClosed: "true" }),
  };
  return (
    <DeskForm
      id="close-category"
      action={closeCategoryAction}
      hidden={hidden}
      submit={{ label: t(isClosed ? "setup.categories.open" : "setup.categories.close"), kind: "quiet" }}
      words={deskFormWords(ctx.language)}
    >
      {!isClosed && <p className="setup-rule">{t("setup.categories.closeRule")}</p>}
    </DeskForm>
  );
}
