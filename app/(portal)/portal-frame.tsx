import { cache, type ReactNode } from "react";
import { Frame, type FrameLink } from "@/app/_ui/frame";
import { Icon } from "@/app/_ui/icon";
import type { Role } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { holdsRole, may } from "@/lib/base/may";
import { routes } from "@/lib/base/routes";
import { deskNow } from "@/lib/calendars/desk-now";
import { worksDesk } from "@/lib/tickets/works-desk";
import { currentVisit } from "@/lib/web/session";
import { MailAlarm } from "../(desk)/desk/mail-alarm";
import { chooseLanguageAction, signOutAction } from "./actions";
import { DeskPlaces } from "./desk-places";

/** The servicedesk right now, asked once a request however many parts show it. */
export const deskOfRequest = cache(deskNow);

type PortalFrameProps = {
  /** The address in the main menu under which this page lies. */
  current?: string;
  /** A page whose form holds typed text gives the form's id: the language switch then submits it and loses nothing. */
  formId?: string;
  density?: "staff" | "desk";
  notices?: ReactNode;
  children: ReactNode;
};

/** The frame of every page of the portal: the menu of who visits, and how to reach the servicedesk now. */
export async function PortalFrame({ current, formId, density, notices, children }: PortalFrameProps) {
  const { ctx, path } = await currentVisit();
  const { phone, email, place } = ctx.organisation.settings.servicedesk;
  const desk = await deskOfRequest(ctx);
  const isDesk = density === "desk";
  return (
    <Frame
      language={ctx.language}
      municipality={ctx.organisation.name}
      links={linksOf(ctx, current, await seesDesk(ctx))}
      languageSwitch={formId ? { formId } : { action: chooseLanguageAction, returnTo: path }}
      footer={{ phone, email, place, ...(desk ? { hours: desk.words } : {}) }}
      {...(ctx.actor.kind === "person" ? { person: { name: ctx.actor.name, menu: <PersonMenu ctx={ctx} /> } } : {})}
      {...(density ? { density } : {})}
      places={isDesk && <DeskPlaces ctx={ctx} path={path} />}
      notices={
        <>
          {isDesk && <MailAlarm ctx={ctx} />}
          {notices}
        </>
      }
    >
      {children}
    </Frame>
  );
}

const deskRoles: Role[] = ["first_line", "second_line", "third_line", "lead"];

/** Secretaries have a queue of their own for what concerns the meeting documents (B3), where they are its members. */
const seesDesk = cache(async (ctx: Context): Promise<boolean> => {
  if (deskRoles.some((role) => holdsRole(ctx.actor, role))) return true;
  return holdsRole(ctx.actor, "secretary") && (await worksDesk(ctx));
});

function linksOf(ctx: Context, current: string | undefined, hasDesk: boolean): FrameLink[] {
  const translate = translator(ctx.language);
  const isPerson = ctx.actor.kind === "person";
  const links: (FrameLink | false)[] = [
    { href: routes.home(), label: translate("home.nav.start") },
    { href: routes.services(), label: translate("home.nav.services") },
    { href: routes.guides(), label: translate("guides.title") },
    isPerson && { href: routes.orders(), label: translate("home.nav.orders") },
    isPerson && { href: routes.tickets(), label: translate("home.nav.tickets") },
    holdsRole(ctx.actor, "approver") && { href: routes.approvals(), label: translate("home.nav.approvals") },
    hasDesk && { href: routes.desk(), label: translate("home.nav.desk") },
    !isPerson && { href: routes.signIn(), label: translate("home.nav.signIn") },
  ];
  return links.filter((link) => link !== false).map((link) => ({ ...link, isCurrent: link.href === current }));
}

function PersonMenu({ ctx }: { ctx: Context }) {
  const translate = translator(ctx.language);
  return (
    <>
      <a href={routes.account()}>
        <Icon name="user" />
        {translate("home.nav.account")}
      </a>
      {may(ctx.actor, "person:edit") && (
        <a href={routes.substitutes()}>
          <Icon name="users" />
          {translate("approvals.substitutes.menu")}
        </a>
      )}
      {may(ctx.actor, "desk:edit") && (
        <a href={routes.deskSetup()}>
          <Icon name="list-checks" />
          {translate("setup.menu")}
        </a>
      )}
      <form action={signOutAction}>
        <button type="submit">
          <Icon name="log-out" />
          {translate("home.nav.signOut")}
        </button>
      </form>
    </>
  );
}
