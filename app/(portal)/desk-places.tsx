import "./desk-places.css";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { type Act, unitPathsFor } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import { worksDesk } from "@/lib/tickets/works-desk";

/**
 * Where an agent goes in a day, one row under the main menu; members of a queue without a role at the desk have the queue alone, and
 * whoever sets up the desk without working there has the setup.
 */
export async function DeskPlaces({ ctx, path }: { ctx: Context; path: string }) {
  const t = translator(ctx.language);
  const isAgent = mayHere(ctx, "ticket:work");
  const isHere = isAgent || (await worksDesk(ctx));
  const places = [
    isHere && { href: routes.desk(), label: t("desk.places.queue") },
    isHere && { href: routes.deskSearch(), label: t("desk.places.search") },
    isAgent && { href: routes.deskRegister(), label: t("desk.places.register") },
    isAgent && { href: routes.deskVisits(), label: t("desk.places.visits") },
    mayHere(ctx, "disruption:read") && { href: routes.deskDisruptions(), label: t("desk.places.disruptions") },
    mayHere(ctx, "guide:write") && { href: routes.deskGuides(), label: t("desk.places.guides") },
    isAgent && { href: routes.deskMail(), label: t("desk.places.mail") },
    mayHere(ctx, "desk:edit") && { href: routes.deskSetup(), label: t("desk.places.setup") },
    isHere && { href: routes.deskKeys(), label: t("desk.places.keys") },
  ].filter((place) => place !== false);
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

const mayHere = (ctx: Context, act: Act) => unitPathsFor(ctx.actor, act).length > 0;
