import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { unitPathsFor } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import { deskKeysAreOn } from "@/lib/web/desk-keys";
import { listed } from "./key-acts";
import { Keys } from "./keys";

/** The keys of every page on the desk, in finished words. */
export async function DeskKeys({ ctx }: { ctx: Context }) {
  if (unitPathsFor(ctx.actor, "ticket:work").length === 0) return null;
  const t = translator(ctx.language);
  const acts = listed(t);
  const places = [
    { label: acts.queue, href: routes.desk() },
    { label: acts.register, href: routes.deskRegister() },
    { label: t("live.places.visits"), href: routes.deskVisits() },
    { label: t("live.places.search"), href: routes.deskSearch() },
    { label: t("live.places.guides"), href: routes.deskGuides() },
    { label: t("live.places.disruptions"), href: routes.deskDisruptions() },
    { label: t("live.places.mail"), href: routes.deskMail() },
    { label: acts.keys, href: routes.deskKeys() },
  ];
  const palette = {
    title: t("live.palette.title"),
    hint: t("live.palette.hint"),
    close: t("live.palette.close"),
    none: t("live.palette.none"),
    groups: {
      acts: t("live.palette.groups.acts"),
      places: t("live.palette.groups.places"),
      found: t("live.palette.groups.found"),
    },
    places,
  };
  return (
    <Keys isOn={await deskKeysAreOn()} notHere={t("live.keys.notHere", { act: "%" })} acts={acts} palette={palette} />
  );
}
