import type { ReactNode } from "react";
import { Icon } from "@/app/_ui/icon";
import { Status } from "@/app/_ui/status";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { deskOfRequest } from "./portal-frame";

/** Whether anyone answers right now, and the ways to reach them. */
export async function DeskBand({ ctx }: { ctx: Context }) {
  const translate = translator(ctx.language);
  const { phone, email, place } = ctx.organisation.settings.servicedesk;
  const desk = await deskOfRequest(ctx);
  return (
    <section aria-labelledby="desk" className="mt-12 rounded-corner border border-hairline p-5 tablet:p-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id="desk" className="text-title">
          {translate("home.desk.heading")}
        </h2>
        {desk && (
          <Status tone={desk.isOpen ? "kept" : "neutral"} icon={desk.isOpen ? "circle-check" : "clock"}>
            {desk.words}
          </Status>
        )}
      </div>
      <ul className="mt-4 flex flex-wrap gap-x-10 gap-y-3">
        <Way icon="phone" words={translate("home.desk.call")}>
          <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a>
        </Way>
        <Way icon="mail" words={translate("home.desk.write")}>
          <a href={`mailto:${email}`}>{email}</a>
        </Way>
        <Way icon="map-pin" words={translate("home.desk.visit")}>
          {place}
        </Way>
      </ul>
    </section>
  );
}

type WayProps = { icon: "phone" | "mail" | "map-pin"; words: string; children: ReactNode };

function Way({ icon, words, children }: WayProps) {
  return (
    <li className="flex max-w-full items-start gap-3">
      <Icon name={icon} className="mt-1" />
      <span className="min-w-0 wrap-anywhere">
        <span className="block text-plain text-ink-quiet">{words}</span>
        {children}
      </span>
    </li>
  );
}
