import { Status } from "@/app/_ui/status";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { CategoryBranch } from "@/lib/tickets/category-setup";
import type { QueueSetup } from "@/lib/tickets/queue-setup";

type CategoryTreeProps = {
  ctx: Context;
  branches: CategoryBranch[];
  queues: readonly QueueSetup[];
  /** The path of the one that is being changed. */
  edited: string | undefined;
};

/** Each category with where its tickets begin, those under it inside it. */
export function CategoryTree({ ctx, branches, queues, edited }: CategoryTreeProps) {
  const t = translator(ctx.language);
  if (branches.length === 0) return null;
  return (
    <ul className="setup-tree">
      {branches.map(({ below, ...category }) => (
        <li key={category.path}>
          <div className="setup-branch">
            <a href={routes.deskCategory(category.path)} aria-current={category.path === edited || undefined}>
              <span className="sr-only">{t("setup.categories.edit")} </span>
              {category.name}
            </a>
            <span className="text-ink-quiet">
              {category.queueName
                ? t("setup.categories.inQueue", { queue: category.queueName, line: category.line })
                : t("setup.categories.line", { line: category.line })}
            </span>
            {category.isHidden && (
              <Status tone="information" icon="key-round">
                {t("setup.categories.confidential")}
              </Status>
            )}
            {category.isClosed && (
              <Status tone="neutral" icon="ban">
                {t("setup.categories.closed")}
              </Status>
            )}
            {!category.isClosed && cannotOwn(queues, category.queue) && (
              <Status tone="soon" icon="triangle-alert">
                {t("setup.categories.cannotOwn")}
              </Status>
            )}
          </div>
          <CategoryTree ctx={ctx} branches={below} queues={queues} edited={edited} />
        </li>
      ))}
    </ul>
  );
}

const cannotOwn = (queues: readonly QueueSetup[], slug: string | null) =>
  queues.some((queue) => queue.slug === slug && (queue.isClosed || queue.members === 0));
