import { Banner } from "@/app/_ui/banner";
import { ButtonLink, ButtonRow } from "@/app/_ui/button";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { BulkView } from "@/lib/desk/get-bulk";
import { DeskForm } from "../../desk-form";
import { deskFormWords } from "../../desk-form-words";
import { runBulkAction, undoBulkAction } from "../actions";
import { RunProgress } from "./run-progress";

type PartProps = { ctx: Context; view: BulkView };

/** What would happen, and the button that lets it. */
export function Preview({ ctx, view: { run, items, pending } }: PartProps) {
  const t = translator(ctx.language);
  const would = items.filter(({ item }) => item.state === "pending" && !item.why).length;
  return (
    <>
      <p>{t("bulk.run.lead", { would, wont: items.length - would })}</p>
      {would > 0 && pending > 0 && (
        <DeskForm
          id="run"
          action={runBulkAction}
          hidden={{ id: run.id }}
          submit={{ label: t("bulk.run.submit", { act: t(`bulk.act.${run.act}`), count: would }) }}
          words={deskFormWords(ctx.language)}
        />
      )}
    </>
  );
}

/** How far it has come; it goes on by itself. */
export function Underway({ ctx, view: { items, pending, run } }: PartProps) {
  const t = translator(ctx.language);
  const settled = items.length - pending;
  return (
    <>
      <RunProgress
        settled={settled}
        all={items.length}
        words={t("bulk.run.progress", { settled, all: items.length })}
      />
      <p>{t("bulk.run.progressText")}</p>
      <ButtonRow>
        <ButtonLink kind="quiet" href={routes.deskBulkRun(run.id)}>
          {t("bulk.run.refresh")}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}

/** What came of it, and the way back. */
export function Result({ ctx, view: { run, done, skipped, canUndo, undoneBy }, back }: PartProps & { back: string }) {
  const t = translator(ctx.language);
  const tells = ["pause", "reply", "resolve", "cancel"].includes(run.act) && done > 0;
  return (
    <>
      <Banner tone={done > 0 ? "success" : "notice"} heading={t("bulk.run.result", { done, skipped })}>
        {tells && <p>{t("bulk.run.digest")}</p>}
        {undoneBy && (
          <p>
            {t("bulk.run.undone")} <a href={routes.deskBulkRun(undoneBy)}>{t("bulk.run.toUndo")}</a>
          </p>
        )}
      </Banner>
      <div className="desk-acts">
        <ButtonLink href={back}>{t("bulk.run.toQueue")}</ButtonLink>
        {canUndo && (
          <DeskForm
            id="undo"
            action={undoBulkAction}
            hidden={{ id: run.id }}
            submit={{ label: t("bulk.run.undo"), kind: "quiet", icon: "undo-2" }}
            words={deskFormWords(ctx.language)}
          />
        )}
        {canUndo && <span className="desk-acts-words">{t("bulk.run.undoText")}</span>}
      </div>
    </>
  );
}
