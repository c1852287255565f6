import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { QueuePage } from "@/lib/tickets/queue-setup";
import { DeskForm } from "../../../desk-form";
import { deskFormWords } from "../../../desk-form-words";
import { removeSupplierAction, supplyQueueAction } from "../actions";

/** Who works behind the queue, outside the house (D4). */
export function QueueSupplier({ ctx, queue: { slug, supplier } }: { ctx: Context; queue: QueuePage }) {
  const t = translator(ctx.language);
  const words = deskFormWords(ctx.language);
  return (
    <section className="desk-section" aria-labelledby="supplier-heading">
      <h2 id="supplier-heading" className="desk-heading">
        {t("setup.queue.supplierHeading")}
      </h2>
      <p className="setup-rule">{t("setup.queue.supplierRule")}</p>
      <DeskForm
        id="supplier"
        action={supplyQueueAction}
        hidden={{ queue: slug }}
        fields={[
          { kind: "text", name: "supplier.name", label: t("setup.queue.supplierName"), value: supplier?.name ?? "" },
          {
            ...{ kind: "text", name: "supplier.address", label: t("setup.queue.supplierAddress") },
            value: supplier?.address ?? "",
          },
          {
            ...{ kind: "text", name: "supplier.reference", label: t("setup.queue.supplierReference") },
            ...{ hint: t("setup.queue.supplierReferenceHint"), isOptional: true, value: supplier?.reference ?? "" },
          },
        ]}
        submit={{ label: t("setup.queue.saveSupplier"), kind: "quiet" }}
        words={words}
      />
      {supplier && (
        <DeskForm
          id="remove-supplier"
          action={removeSupplierAction}
          hidden={{ queue: slug }}
          submit={{ label: t("setup.queue.removeSupplier"), kind: "quiet" }}
          words={words}
        />
      )}
    </section>
  );
}
