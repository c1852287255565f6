import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import type { PersonAtDesk } from "@/lib/desk/person-at-desk";
import { type Category, listCategories } from "@/lib/tickets/categories";
import type { FieldSpec } from "../desk-field";
import { DeskForm } from "../desk-form";
import { deskFormWords } from "../desk-form-words";
import { registerContactAction } from "./actions";

type RegisterFormProps = {
  ctx: Context;
  /** Null: nobody was found, and the address is written by hand. */
  about: PersonAtDesk | null;
  channel: string;
  typed: Record<string, string[]> | null;
};

export const registerFormId = "register";

/** As little as a ticket can be, the title first; everything else has an answer already. */
export async function RegisterForm({ ctx, about, channel, typed }: RegisterFormProps) {
  const t = translator(ctx.language);
  const categories = await listCategories(ctx);
  return (
    <DeskForm
      id={registerFormId}
      action={registerContactAction}
      hidden={about ? { requester: about.person.email } : {}}
      fields={fieldsOf(ctx, { categories, about, channel })}
      submit={{ label: t("register.form.submit") }}
      words={deskFormWords(ctx.language)}
      typed={typed}
    />
  );
}

type Given = { categories: readonly Category[]; about: PersonAtDesk | null; channel: string };

function fieldsOf(ctx: Context, { categories, about, channel }: Given): FieldSpec[] {
  const t = translator(ctx.language);
  const levels = (of: "impact" | "urgency"): FieldSpec => ({
    ...{ kind: "select", name: of, label: t(`register.form.${of}`), value: "3" },
    options: ["1", "2", "3", "4"].map((value) => ({ value, label: t(`register.${of}.${value as "1"}`) })),
  });
  const devices = (about?.devices ?? []).map(({ serialNumber, model }) => {
    return { value: serialNumber, label: `${model} ${serialNumber}` };
  });
  const requester: FieldSpec = { kind: "text", name: "requester", label: t("register.form.requester") };
  const device: FieldSpec = {
    ...{ kind: "select", name: "device", label: t("register.form.device"), isOptional: true },
    ...{ options: devices, emptyLabel: t("register.form.deviceEmpty") },
  };
  return [
    ...(about ? [] : [requester]),
    {
      ...{ kind: "text", name: "title", label: t("register.form.name"), hint: t("register.form.nameHint") },
      isFirst: about !== null,
    },
    {
      ...{ kind: "select", name: "category", label: t("register.form.category"), isOptional: true },
      emptyLabel: t("register.form.categoryEmpty"),
      options: categories.map(({ path, name }) => {
        return { value: path, label: `${"\u00a0\u00a0".repeat(path.split("/").length - 1)}${name}` };
      }),
    },
    {
      ...{ kind: "choice", name: "channel", label: t("register.form.channel"), chosen: [channel] },
      options: (["phone", "walk_in"] as const).map((value) => ({ value, label: t(`register.form.${value}`) })),
    },
    ...(devices.length > 0 ? [device] : []),
    {
      ...{ kind: "select", name: "ownership", label: t("register.form.ownership"), value: "municipal" },
      options: (["municipal", "private_device", "private_computer"] as const).map((value) => {
        return { value, label: t(`register.ownership.${value}`) };
      }),
    },
    levels("impact"),
    levels("urgency"),
    { kind: "area", name: "description", label: t("register.form.description"), isOptional: true, rows: 3 },
  ];
}
