import { fieldWords, formWords } from "@/app/_ui/ui-words";
import type { Context } from "@/lib/base/context";
import { formatMoney } from "@/lib/base/format";
import { type MessageKey, type Translate, translator } from "@/lib/base/language";
import type { Hardware } from "@/lib/catalogue/service";
import type { Offer } from "../offer";

/** Everything the form says, as finished sentences: in the browser there are no messages. */
export type FormText = ReturnType<typeof formText>;

const errors = [
  ...["variant", "hardware", "who", "recipient", "quantity", "quantityMost", "unit"],
  ...["costCentre", "deliverTo", "deliverToLong", "noteLong"],
];

export function formText({ language, organisation }: Context) {
  const t = translator(language);
  const { servicedesk } = organisation.settings;
  const place = { place: servicedesk.place };
  return {
    ...{ field: fieldWords(language), notices: formWords(language), busy: t("ui.submit.busy") },
    unreachable: t("orderForm.unreachable"),
    variant: t("orderForm.variant.label"),
    hardware: { label: t("orderForm.hardware.label"), hint: t("orderForm.hardware.hint") },
    who: { label: t("orderForm.who.label"), self: t("orderForm.who.self"), others: t("orderForm.who.others") },
    recipients: recipientText(t),
    quantity: { label: t("orderForm.quantity.label"), suffix: t("orderForm.quantity.suffix") },
    unit: { label: t("orderForm.unit.label"), hint: t("orderForm.unit.hint"), empty: t("orderForm.unit.empty") },
    costCentre: {
      label: t("orderForm.costCentre.label"),
      hint: t("orderForm.costCentre.hint"),
      empty: t("orderForm.costCentre.empty"),
    },
    deliverTo: { label: t("orderForm.deliverTo.label"), hint: t("orderForm.deliverTo.hint", place) },
    note: { label: t("orderForm.note.label"), hint: t("orderForm.note.hint") },
    onlyPublik: t("orderForm.only.publik"),
    onlyPersonlig: t("orderForm.only.personlig"),
    goOn: t("orderForm.goOn"),
    saveForLater: t("orderForm.saveForLater"),
    errors: Object.fromEntries(
      errors.map((name) => [`orderForm.errors.${name}`, t(`orderForm.errors.${name}` as MessageKey)]),
    ),
  };
}

function recipientText(t: Translate) {
  return {
    legend: t("orderForm.recipients.legend"),
    hint: t("orderForm.recipients.hint"),
    label: t("orderForm.recipients.label", { number: "#" }),
    add: t("orderForm.recipients.add"),
    remove: t("orderForm.recipients.remove"),
    removeWhich: t("orderForm.recipients.removeWhich", { number: "#" }),
  };
}

/** One model to choose: what it costs a month and a year, for what, and whether there are any. */
export type ModelChoice = {
  slug: string;
  name: string;
  class: string;
  meaning: string;
  perMonth: string;
  perYear: string;
  stock: string;
  whyNot?: string;
};

const fewAtMost = 5;

export function modelChoices({ service }: Offer, { language }: Context): ModelChoice[] {
  const t = translator(language);
  const models = service.hardware.filter((model) => !model.isRetired);
  return models.map((model) => ({
    ...{ slug: model.slug, name: model.name, class: t(`words.hardwareClass.${model.class}`) },
    meaning: t(`catalogue.classMeaning.${model.class}`),
    perMonth: t("ui.price.perMonth", { amount: formatMoney(model.rentPerMonthOre, language) }),
    perYear: t("ui.price.perYear", { amount: formatMoney(model.rentPerMonthOre * 12, language) }),
    stock: t(`orderForm.stock.${stockWord(model)}`),
    ...(model.whyNot ? { whyNot: model.whyNot } : {}),
  }));
}

const stockWord = ({ stock }: Hardware) => (stock === 0 ? "none" : stock <= fewAtMost ? "few" : "some");
