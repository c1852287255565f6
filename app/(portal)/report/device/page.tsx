import type { Metadata } from "next";
import { ChoiceGroup } from "@/app/_ui/choice-field";
import { type Option, TextField } from "@/app/_ui/field";
import { Icon } from "@/app/_ui/icon";
import { fieldWords } from "@/app/_ui/ui-words";
import type { Context } from "@/lib/base/context";
import { formatDay } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { listOwnDevices, type OwnDevice } from "@/lib/orders/own-devices";
import { signedInContext } from "@/lib/web/session";
import { askedAt, type Query, titleAt } from "../step";
import { StepPage } from "../step-page";

type Address = { searchParams: Promise<Query> };

export function generateMetadata({ searchParams }: Address): Promise<Metadata> {
  return titleAt("device", searchParams, () => "report.device.question");
}

/** One of the devices that were handed over to the person, another by its number, or none that is known. */
export default async function DevicePage({ searchParams }: Address) {
  const asked = await askedAt(await signedInContext(), "device", searchParams);
  const { ctx, answers, faults } = asked;
  const t = translator(ctx.language);
  const words = fieldWords(ctx.language);
  const own = await listOwnDevices(ctx);
  return (
    <StepPage asked={asked} step="device">
      <ChoiceGroup
        name="device"
        isPageHeading
        label={t("report.device.question")}
        words={words}
        error={faults.device}
        defaultValue={answers.device}
        options={[
          ...own.map((device) => optionOf(ctx, device)),
          { value: "unknown", label: t("report.device.unknown") },
          { value: "other", label: t("report.device.other") },
        ]}
      />
      <div data-when="other">
        <TextField
          name="serial"
          label={t("report.device.serial")}
          hint={
            <>
              {t("report.device.serialHint")} <span className="condition">{t("report.device.serialCondition")}</span>
            </>
          }
          isMono
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          defaultValue={answers.serial}
          error={faults.serial}
          words={words}
        />
      </div>
    </StepPage>
  );
}

function optionOf({ language, organisation }: Context, { serialNumber, model, handedOverAt }: OwnDevice): Option {
  const t = translator(language);
  const told = handedOverAt
    ? t("report.device.handedOver", {
        serial: serialNumber,
        day: formatDay(handedOverAt, { language, timeZone: organisation.timeZone }),
      })
    : t("report.device.serialOnly", { serial: serialNumber });
  return {
    value: serialNumber,
    label: model,
    hint: (
      <span className="device-choice">
        <Icon name="tablet-smartphone" />
        <span>{told}</span>
      </span>
    ),
  };
}
