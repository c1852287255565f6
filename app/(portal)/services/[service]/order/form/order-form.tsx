"use client";

import { type FormEvent, type ReactNode, useMemo, useRef } from "react";
import { useFieldArray, useForm } from "react-hook-form";
import { Button, ButtonRow } from "@/app/_ui/button";
import type { Option } from "@/app/_ui/field";
import { FormNotices } from "@/app/_ui/form-notices";
import { sentBy, useFormAction } from "@/app/_ui/use-form-action";
import type { FormAction } from "@/lib/web/action";
import { type Answers, type Asks, answersOf, recipientRows, typedIn } from "../answers";
import type { FormText, ModelChoice } from "./form-text";
import { answersResolver, type FormValues, faultsIn } from "./form-values";
import { OrderQuestions } from "./order-questions";

export type OrderFormProps = {
  action: FormAction<unknown>;
  service: string;
  draft: string | undefined;
  asks: Asks;
  variants: Option[];
  models: ModelChoice[];
  units: Option[];
  /** `unit` is the slug of the unit whose list the code stands on. */
  codes: (Option & { unit: string })[];
  answers: Answers;
  rows: string[];
  /** What the server found, by the field's name. */
  faults: Record<string, string>;
  text: FormText;
  /** The page's heading: a summary of faults comes above it. */
  children: ReactNode;
};

/** The order form. The server judges it in any case; here the same schema judges first, so that nobody waits to be told. */
export function OrderForm(props: OrderFormProps) {
  const { service, asks, text, draft } = props;
  const box = useRef<HTMLFormElement>(null);
  const typed = () => typedIn(new FormData(box.current ?? undefined));
  const read = () => answersOf(typed());
  const { control, handleSubmit, formState } = useForm<FormValues>({
    resolver: answersResolver(service, asks, read),
    reValidateMode: "onSubmit",
    shouldFocusError: false,
    defaultValues: { recipients: props.rows.map((email) => ({ email })) },
  });
  const rows = useFieldArray({ control, name: "recipients" });
  const { form, send, failed, isBusy } = useFormAction(props.action, text.unreachable);
  const faults = useMemo(() => {
    const found = faultsIn(formState.errors, text.errors);
    return Object.keys(found).length > 0 ? found : props.faults;
  }, [formState.errors, text.errors, props.faults]);
  const told = useMemo(() => (failed?.message ? failed : { message: "", fields: faults }), [failed, faults]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    const sent = sentBy(event);
    event.preventDefault();
    if ((sent.get("intent") ?? "check") !== "check") return send(sent);
    // As the server will: one address a row, so that a fault is told at its own row.
    const addresses = read().recipients;
    if (addresses.length > 0 && addresses.join() !== recipientRows(typed()).join())
      rows.replace(addresses.map((email) => ({ email })));
    void handleSubmit(() => send(sent))();
  };
  return (
    <>
      <FormNotices failed={told} words={text.notices} />
      {props.children}
      <form {...form} ref={box} id="order-form" className="order-form" onSubmit={submit}>
        {draft && <input type="hidden" name="draft" value={draft} />}
        <OrderQuestions {...props} faults={faults} recipients={rows} />
        <ButtonRow>
          <Button type="submit" name="intent" value="check" aria-disabled={isBusy || undefined}>
            {isBusy ? text.busy : text.goOn}
          </Button>
          <Button type="submit" kind="quiet" name="intent" value="save">
            {text.saveForLater}
          </Button>
        </ButtonRow>
      </form>
    </>
  );
}
