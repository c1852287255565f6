import { DeskForm } from "@/app/(desk)/desk/desk-form";
import { deskFormWords } from "@/app/(desk)/desk/desk-form-words";
import type { Context } from "@/lib/base/context";
import { formatInstant } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { comingSlots } from "@/lib/desk/coming-slots";
import { comingVisit } from "@/lib/desk/list-visits";
import { deskOfRequest } from "./portal-frame";
import { bookVisitAction, callOffVisitAction } from "./visit-actions";

/** A visit to the desk about this ticket: when it is, or a time to choose. For its requester and for the desk. */
export async function Visit({ ctx, reference }: { ctx: Context; reference: string }) {
  const t = translator(ctx.language);
  const zoned = { language: ctx.language, timeZone: ctx.organisation.timeZone };
  const words = deskFormWords(ctx.language);
  const coming = await comingVisit(ctx, reference);
  const hidden = { reference };
  return (
    <section aria-labelledby="visit-heading" className="mt-10">
      <h2 id="visit-heading" className="text-lead">
        {t("visits.form.heading")}
      </h2>
      {coming ? (
        <>
          <p>{t("visits.form.coming", { at: formatInstant(coming.startsAt, zoned), reference })}</p>
          <p>{t("visits.form.bring")}</p>
          {coming.status === "booked" && (
            <DeskForm
              id="call-off-visit"
              action={callOffVisitAction}
              hidden={{ visitId: coming.id, move: "cancel" }}
              submit={{ label: t("visits.form.cancel"), kind: "quiet" }}
              words={words}
            />
          )}
        </>
      ) : (
        <DeskForm
          id="book-visit"
          action={bookVisitAction}
          hidden={hidden}
          fields={[
            {
              ...{ kind: "select", name: "startsAt", label: t("visits.form.slot"), isOptional: true },
              emptyLabel: t("visits.form.dropIn"),
              hint: (await deskOfRequest(ctx))?.words ?? "",
              options: (await comingSlots(ctx)).map((slot) => {
                return { value: slot.toISOString(), label: formatInstant(slot, zoned) };
              }),
            },
          ]}
          submit={{ label: t("visits.form.submit"), kind: "quiet" }}
          words={words}
        />
      )}
    </section>
  );
}
