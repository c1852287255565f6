import "./desk-places.css";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { unitPathsFor } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";

/** Where an agent goes in a day, one row under the main menu; members of a queue without a role at the desk have the queue alone. */
export function DeskPlaces({ ctx, path }: { ctx: Context; path: string }) {
  const t = translator(ctx.language);
  const isAgent = unitPathsFor(ctx.actor, "ticket:work").length > 0;
  const places = [
    { href: routes.desk(), label: t("desk.places.queue") },
    { href: routes.deskSearch(), label: t("desk.places.search") },
    ...(isAgent
      ? [
          { href: routes.deskRegister(), label: t("desk.places.register") },
          { href: routes.deskVisits(), label: t("desk.places.visits") },
          { href: routes.deskDisruptions(), label: t("desk.places.disruptions") },
          { href: routes.deskGuides(), label: t("desk.places.guides") },
          { href: routes.deskMail(), label: t("desk.places.mail") },
        ]
      : []),
    { href: routes.deskKeys(), label: t("desk.places.keys") },
  ];
  const here = path.split("?", 1)[0];
  return (
    <nav className="desk-places" aria-label={t("desk.places.label")}>
      <ul>
        {places.map(({ href, label }) => (
          <li key={href}>
            <a href={href} data-label={label} aria-current={href === here ? "page" : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
