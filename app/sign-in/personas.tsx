import { Button } from "@/app/_ui/button";
import { Table } from "@/app/_ui/table";
import type { Language } from "@/db/words";
import type { Organisation } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { Persona } from "@/lib/people/personas";
import { signInAsPersonaAction } from "./actions";

type PersonasProps = { organisation: Organisation; personas: Persona[]; language: Language; returnTo: string };

/** Everyone of a demo's municipality, each with a button that signs in as them. */
export function Personas({ organisation, personas, language, returnTo }: PersonasProps) {
  const t = translator(language);
  const rolesOf = ({ roles }: Persona) =>
    (roles.length > 1 ? roles.filter((role) => role !== "staff") : roles)
      .map((role) => t(`people.roles.${role}`))
      .join(", ");
  return (
    <form action={signInAsPersonaAction} className="mt-8">
      <input type="hidden" name="organisation" value={organisation.slug} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <Table
        caption={t("signIn.demo.caption", { municipality: organisation.name })}
        language={language}
        rows={personas}
        keyOf={({ personId }) => personId}
        columns={[
          { key: "name", heading: t("signIn.demo.name"), cell: ({ name }) => name, isRowHeading: true },
          { key: "email", heading: t("signIn.demo.email"), cell: ({ email }) => email },
          { key: "roles", heading: t("signIn.demo.roles"), cell: rolesOf },
          { key: "unit", heading: t("signIn.demo.unit"), cell: ({ unitName }) => unitName },
          {
            key: "as",
            heading: t("signIn.demo.as"),
            isNarrow: true,
            cell: ({ personId, name }) => (
              <Button
                type="submit"
                kind="quiet"
                name="personId"
                value={personId}
                aria-label={t("signIn.demo.asName", { name })}
              >
                {t("signIn.demo.as")}
              </Button>
            ),
          },
        ]}
      />
    </form>
  );
}
