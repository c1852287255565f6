"use client";

import { type ReactNode, useRef } from "react";
import { Button, type ButtonKind } from "@/app/_ui/button";
import { type FieldWords, type Option, SelectField, TextArea } from "@/app/_ui/field";
import { FormNotices, type NoticeWords } from "@/app/_ui/form-notices";
import type { IconName } from "@/app/_ui/icon";
import { useFormAction } from "@/app/_ui/use-form-action";
import type { FormAction } from "@/lib/web/action";
import { useFreshAfter } from "../../since-seen";
import { useKeptDraft } from "./use-kept-draft";

export type ComposeWords = NoticeWords &
  FieldWords & {
    label: string;
    hint: string;
    send: string;
    /** On the button once a newer message has stopped the reply. */
    sendAnyway: string;
    busyLabel: string;
    unreachable: string;
    insert: string;
    insertLabel: string;
    insertEmpty: string;
  };

type ComposeFormProps = {
  writing: "reply" | "note";
  reference: string;
  action: FormAction<unknown>;
  /** The last message on the page; a newer one stops the reply. */
  lastRead?: string;
  /** The draft as it was kept, and when: "Utkast sparat kl. 13.30". */
  draft: { body: string; words: string };
  draftAt: string;
  typed?: string | undefined;
  answers?: { options: Option[]; action: FormAction<unknown> };
  words: ComposeWords;
  kind: ButtonKind;
  icon: IconName;
  /** What has come meanwhile, shown where it stops the reply. */
  newest?: ReactNode;
  /** Whom it reaches; stands beside the button. */
  children?: ReactNode;
};

const newMessage = "tickets.newMessage";

/** What is written to a ticket: kept as a draft while it grows, found again wherever its author comes back. */
export function ComposeForm(props: ComposeFormProps) {
  const { writing, reference, action, lastRead, draft, draftAt, typed, answers, words, kind, icon } = props;
  const { form, state, failed, isBusy } = useFormAction(action, words.unreachable);
  const inserting = useFormAction(answers?.action ?? action, words.unreachable);
  const box = useRef<HTMLFormElement>(null);
  const kept = useKeptDraft({ box, at: draftAt, reference, writing, words: draft.words });
  const isStopped = state !== null && !state.ok && state.code === newMessage;
  useFreshAfter(isStopped ? state : null);
  const fault = failed ?? inserting.failed;
  return (
    <form {...form} ref={box} id={writing} className="compose" data-writing={writing} onInput={kept.onInput}>
      {isStopped ? props.newest : <FormNotices failed={fault} words={words} prefix={`${writing}-`} />}
      <input type="hidden" name="reference" value={reference} />
      <input type="hidden" name="formId" value={writing} />
      {lastRead && <input type="hidden" name="lastRead" value={lastRead} />}
      <TextArea
        {...{ label: words.label, hint: words.hint, name: "body", id: `${writing}-body`, words }}
        rows={writing === "reply" ? 6 : 3}
        defaultValue={fault?.values.body?.[0] ?? typed ?? draft.body}
        error={fault?.fields.body}
      />
      {answers && (
        <div className="compose-insert">
          <SelectField
            {...{ name: "answer", label: words.insertLabel, words, isOptional: true, id: `${writing}-answer` }}
            options={answers.options}
            emptyLabel={words.insertEmpty}
            error={fault?.fields.answer}
          />
          <button
            type="submit"
            className="button"
            data-kind="quiet"
            formAction={inserting.form.action}
            onClick={(event) => {
              event.preventDefault();
              if (box.current) inserting.send(new FormData(box.current));
            }}
          >
            {words.insert}
          </button>
        </div>
      )}
      <div className="compose-send">
        {props.children}
        <Button type="submit" kind={kind} icon={icon} aria-disabled={isBusy || undefined}>
          {isBusy ? words.busyLabel : isStopped ? words.sendAnyway : words.send}
        </Button>
        <p className="compose-kept" data-kept={kept.words ? true : undefined}>
          {kept.words}
        </p>
      </div>
    </form>
  );
}
