import { Status, type Tone } from "@/app/_ui/status";
import { identityDocuments, type VisitStatus } from "@/db/words";
import type { Context } from "@/lib/base/context";
import { formatTime } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { VisitRow as Row } from "@/lib/desk/list-visits";
import { visitMoveNames, visitMoves } from "@/lib/desk/status";
import { DeskForm } from "../desk-form";
import { deskFormWords } from "../desk-form-words";
import { secretOf } from "../register/secret-of";
import { checkIdentityAction, moveVisitAction } from "./actions";

const tones: Record<VisitStatus, Tone> = {
  ...{ booked: "waiting", arrived: "information", done: "kept", no_show: "soon", cancelled: "neutral" },
};

/** One visit: when, the number large, who and what, and what can be done now. */
export function VisitRow({ ctx, row }: { ctx: Context; row: Row }) {
  const t = translator(ctx.language);
  const words = deskFormWords(ctx.language);
  const zoned = { language: ctx.language, timeZone: ctx.organisation.timeZone };
  const moves = visitMoveNames.filter((move) => {
    return visitMoves[move].from === row.status && (move !== "miss" || row.startsAt <= ctx.now);
  });
  const isSecret = secretOf(row.category, row.title) === "password";
  return (
    <li className="visits-row">
      <p>
        {formatTime(row.startsAt, zoned)}
        <span className="block text-ink-quiet">{t(`visits.kind.${row.kind}`)}</span>
      </p>
      <a className="visits-reference" href={routes.deskTicket(row.reference)}>
        {row.reference}
      </a>
      <div>
        <p>
          {row.requester} <span className="text-ink-quiet">{row.title}</span>
        </p>
        <Status tone={tones[row.status]}>{t(`visits.status.${row.status}`)}</Status>
        {row.identityBy && <p>{t("visits.identity.seen", { document: t(`visits.documents.${row.identityBy}`) })}</p>}
        {isSecret && !row.identityBy && <p>{t("visits.identity.needed")}</p>}
      </div>
      <div className="visits-acts">
        {row.status === "arrived" && !row.identityBy && (
          <DeskForm
            id={`identity-${row.id}`}
            action={checkIdentityAction}
            hidden={{ visitId: row.id }}
            fields={[
              {
                ...{ kind: "select", name: "identityBy", label: t("visits.identity.label") },
                emptyLabel: t("visits.identity.choose"),
                options: identityDocuments.map((value) => ({ value, label: t(`visits.documents.${value}`) })),
              },
            ]}
            submit={{ label: t("visits.identity.submit"), kind: "quiet", of: row.reference }}
            words={words}
          />
        )}
        {moves.map((move) => (
          <DeskForm
            key={move}
            id={`${move}-${row.id}`}
            action={moveVisitAction}
            hidden={{ visitId: row.id, move }}
            submit={{ label: t(`visits.move.${move}`), kind: "quiet", of: row.reference }}
            words={words}
          />
        ))}
      </div>
    </li>
  );
}
