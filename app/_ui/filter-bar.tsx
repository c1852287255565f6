import type { ReactNode } from "react";
import type { Language } from "@/db/words";
import { translator } from "@/lib/base/language";
import { Button } from "./button";
import { Icon } from "./icon";

type FilterBarProps = {
  language: Language;
  /** The page's own address: filters are a GET form, so that a filtered list can be linked to. */
  action: string;
  /** Fields, small ones. */
  children: ReactNode;
  /** What is filtered on now, each with the address without it. */
  active?: readonly { label: string; removeHref: string }[];
  clearHref?: string;
};

export function FilterBar({ language, action, children, active = [], clearHref }: FilterBarProps) {
  const translate = translator(language);
  return (
    <search className="filter-bar" aria-label={translate("ui.filter.label")}>
      <form action={action} method="get" className="filter-form">
        {children}
        <Button type="submit" kind="quiet">
          {translate("ui.filter.apply")}
        </Button>
      </form>
      {active.length > 0 && (
        <ul className="filter-active" aria-label={translate("ui.filter.active")}>
          {active.map(({ label, removeHref }) => (
            <li key={label}>
              <a href={removeHref}>
                <span className="sr-only">{translate("ui.filter.remove")} </span>
                {label}
                <Icon name="x" />
              </a>
            </li>
          ))}
          {clearHref && (
            <li>
              <a href={clearHref}>{translate("ui.filter.clear")}</a>
            </li>
          )}
        </ul>
      )}
    </search>
  );
}
