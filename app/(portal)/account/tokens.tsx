import { Table } from "@/app/_ui/table";
import { fieldWords, formWords } from "@/app/_ui/ui-words";
import { tokenScopes } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { formatDay } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { holdsRole } from "@/lib/base/may";
import { listTokens } from "@/lib/people/account";
import type { Typed } from "@/lib/web/form-content";
import { OneActForm } from "../one-act-form";
import { makeTokenAction, revokeTokenAction } from "./actions";
import { MakeTokenForm, type TokenWords } from "./make-token-form";

/** The keys by which other programs act as this person. */
export async function Tokens({ ctx, typed }: { ctx: Context; typed: Typed | null }) {
  const t = translator(ctx.language);
  const scopes = tokenScopes.filter((scope) => scope !== "mail" || holdsRole(ctx.actor, "administrator"));
  return (
    <section className="mt-12">
      <h2 className="text-title">{t("account.tokens.heading")}</h2>
      <p className="mt-2 mb-4">{t("account.tokens.text")}</p>
      <TokenTable ctx={ctx} />
      <h3 className="mt-8 mb-4 text-lead">{t("account.tokens.add")}</h3>
      <MakeTokenForm
        action={makeTokenAction}
        scopes={scopes.map((value) => ({ value, label: t(`account.tokens.scope.${value}`) }))}
        typed={typed}
        words={tokenWords(ctx)}
      />
    </section>
  );
}

async function TokenTable({ ctx }: { ctx: Context }) {
  const t = translator(ctx.language);
  const zoned = { language: ctx.language, timeZone: ctx.organisation.timeZone };
  const rows = await listTokens(ctx);
  if (rows.length === 0) return <p>{t("account.tokens.none")}</p>;
  return (
    <Table
      caption={t("account.tokens.heading")}
      isCaptionHidden
      language={ctx.language}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { key: "name", heading: t("account.tokens.name"), isRowHeading: true, cell: ({ name }) => name },
        {
          key: "scopes",
          heading: t("account.tokens.scopes"),
          cell: ({ scopes }) => scopes.map((scope) => t(`account.tokens.scope.${scope}`)).join(", "),
        },
        { key: "expires", heading: t("account.tokens.expires"), cell: ({ expiresAt }) => formatDay(expiresAt, zoned) },
        {
          key: "used",
          heading: t("account.tokens.used"),
          cell: ({ lastUsedAt }) => (lastUsedAt ? formatDay(lastUsedAt, zoned) : t("account.tokens.never")),
        },
        {
          key: "act",
          heading: t("account.tokens.act"),
          isNarrow: true,
          cell: ({ id, name }) => (
            <OneActForm
              action={revokeTokenAction}
              field={{ name: "tokenId", value: id }}
              label={t("account.tokens.revokeWhich", { name })}
            >
              {t("account.tokens.revoke")}
            </OneActForm>
          ),
        },
      ]}
    />
  );
}

function tokenWords({ language }: Context): TokenWords {
  const t = translator(language);
  const { heading, titlePrefix, busyLabel } = formWords(language);
  return {
    ...{ heading, titlePrefix, busyLabel, field: fieldWords(language) },
    made: t("account.tokens.made"),
    madeText: t("account.tokens.madeText"),
    name: t("account.tokens.nameLabel"),
    nameHint: t("account.tokens.nameHint"),
    scopes: t("account.tokens.scopesLabel"),
    days: t("account.tokens.daysLabel"),
    daysUnit: t("account.tokens.days"),
    make: t("account.tokens.make"),
  };
}
