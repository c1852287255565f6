import type { Metadata } from "next";
import { Button } from "@/app/_ui/button";
import { described, Field } from "@/app/_ui/field";
import { PageHeading } from "@/app/_ui/page-heading";
import { fieldWords } from "@/app/_ui/ui-words";
import { orNotFound } from "@/app/(portal)/or-not-found";
import { pageTitle } from "@/app/(portal)/page-title";
import { PortalFrame } from "@/app/(portal)/portal-frame";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { type FoundPerson, findPersons } from "@/lib/desk/find-persons";
import { personAtDesk } from "@/lib/desk/person-at-desk";
import { getTicket } from "@/lib/tickets/queries";
import { typedBefore } from "@/lib/web/typed-before";
import { agentContext } from "../agent-context";
import { Done } from "./done";
import { PersonFacts } from "./person-facts";
import { PersonSearch } from "./person-search";
import { RegisterAdvice } from "./register-advice";
import { RegisterForm } from "./register-form";

type Query = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await agentContext();
  return pageTitle(translator(language)("register.title"));
}

/** Somebody calls or comes: who, what, saved, and the number read aloud. */
export default async function RegisterPage({ searchParams }: Query) {
  const ctx = await agentContext();
  const t = translator(ctx.language);
  const asked = await searchParams;
  const text = (name: string) => (typeof asked[name] === "string" ? asked[name] : "");
  const [done, personId, q] = [text("done"), text("person"), text("q")];
  const channel = text("channel") === "walk_in" ? "walk_in" : "phone";
  if (done) {
    return (
      <PortalFrame current={routes.desk()} density="desk">
        <Done ctx={ctx} view={await orNotFound(getTicket(ctx, done))} />
      </PortalFrame>
    );
  }
  const about = /^[0-9a-f-]{36}$/.test(personId) ? await orNotFound(personAtDesk(ctx, personId)) : null;
  const found = q ? await findPersons(ctx, q) : null;
  const typed = await typedBefore(ctx, text("draft") || undefined);
  return (
    <PortalFrame current={routes.desk()} density="desk" formId="register">
      <PageHeading lead={about ? undefined : t("register.lead")}>{t("register.title")}</PageHeading>
      {!about && (
        <PersonSearch hits={t("register.search.found", { count: "%" })} channel={channel}>
          <SearchForm ctx={ctx} q={q} channel={channel} />
        </PersonSearch>
      )}
      {found && <Found ctx={ctx} q={q} found={found} channel={channel} />}
      <div className="register-columns">
        {about && <PersonFacts ctx={ctx} about={about} />}
        <RegisterForm ctx={ctx} about={about} channel={channel} typed={typed} />
        <RegisterAdvice ctx={ctx} />
      </div>
    </PortalFrame>
  );
}

function SearchForm({ ctx, q, channel }: { ctx: Context; q: string; channel: string }) {
  const t = translator(ctx.language);
  const first = { autoFocus: true };
  const hint = t("register.search.hint");
  return (
    <form method="get" action={routes.deskRegister()} className="register-search">
      <input type="hidden" name="channel" value={channel} />
      <Field id="q" label={t("register.search.label")} hint={hint} words={fieldWords(ctx.language)}>
        <input
          {...described("q", { name: "q", hint, isOptional: true })}
          {...first}
          type="search"
          className="control"
          autoComplete="off"
          defaultValue={q}
        />
      </Field>
      <Button type="submit" kind="quiet">
        {t("register.search.submit")}
      </Button>
    </form>
  );
}

/** Without script: the same answer as a list of the page. */
function Found({ ctx, q, found, channel }: { ctx: Context; q: string; found: FoundPerson[]; channel: string }) {
  const t = translator(ctx.language);
  if (found.length === 0) return <p className="register-none">{t("register.search.none", { q })}</p>;
  return (
    <ul className="register-found" aria-label={t("register.search.hits", { count: found.length })}>
      {found.map((person) => (
        <li key={person.personId}>
          <a href={routes.deskRegisterFor(person.personId, channel)}>
            {t("register.person.unit", { name: person.name, unit: person.unit })}
          </a>
        </li>
      ))}
    </ul>
  );
}
