import { Button } from "@/app/_ui/button";
import { SelectField } from "@/app/_ui/field";
import { fieldWords } from "@/app/_ui/ui-words";
import { bulkActs } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { ChooseAll } from "./choose-all";
import { type QueueQuery, queueHref } from "./queue-query";

/** What can be done with the rows that are ticked; the ticks belong to this form wherever they stand. */
export function BulkBar({ ctx, query, count }: { ctx: Context; query: QueueQuery; count: number }) {
  const t = translator(ctx.language);
  const here = queueHref(query, { open: undefined, isAll: false, isFiltering: false });
  return (
    <form id="choose" method="get" action={routes.deskBulk()} className="bulk-bar" aria-label={t("queue.choose.label")}>
      <ChooseAll
        href={queueHref(query, { isAll: !query.isAll })}
        isAll={query.isAll}
        words={{
          all: t("queue.choose.all", { count }),
          none: t("queue.choose.none"),
          chosen: t("queue.choose.chosen"),
        }}
      />
      <input type="hidden" name="from" value={here.slice(routes.desk().length)} />
      <SelectField
        name="act"
        id="bulk-act"
        label={t("queue.choose.act")}
        words={fieldWords(ctx.language)}
        options={bulkActs.map((act) => ({ value: act, label: t(`bulk.act.${act}`) }))}
      />
      <Button type="submit" kind="quiet">
        {t("queue.choose.submit")}
      </Button>
    </form>
  );
}
