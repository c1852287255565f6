import { type FieldErrors, type Resolver, set } from "react-hook-form";
import { type Answers, type Asks, orderFrom } from "../answers";

/** The rows are kept by react-hook-form; every other answer lies in its field until it is read. */
export type FormValues = Omit<Answers, "recipients"> & { recipients: { email?: string }[] };

/** The smallest resolver that serves: the order's own schema, by the same reading of the form as on the server. */
export function answersResolver(service: string, asks: Asks, readAnswers: () => Answers): Resolver<FormValues> {
  return (values) => {
    const read = orderFrom(service, readAnswers(), asks);
    if (read.ok) return { values, errors: {} };
    const errors: FieldErrors<FormValues> = {};
    for (const { path, key } of read.faults) set(errors, fieldOf(path), { type: "rule", message: key });
    return { values: {}, errors };
  };
}

const fieldOf = (path: string) => path.replace(/^(recipients\.\d+)$/, "$1.email");

type Told = { message?: string | undefined };

/** The browser's faults by the field's name, as sentences, in the order in which they were found. */
export function faultsIn(
  errors: FieldErrors<FormValues>,
  texts: Readonly<Record<string, string>>,
): Record<string, string> {
  const all = Object.entries(errors).flatMap(([name, error]): [string, Told | undefined][] => {
    if (name !== "recipients") return [[name, error as Told]];
    return [...((error ?? []) as { email?: Told }[])].map((row, n) => [`recipients.${n}`, row?.email]);
  });
  return Object.fromEntries(all.flatMap(([path, told]) => (told?.message ? [[path, texts[told.message] ?? ""]] : [])));
}
