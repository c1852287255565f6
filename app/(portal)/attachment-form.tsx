"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Banner } from "@/app/_ui/banner";
import { Button, ButtonRow } from "@/app/_ui/button";
import { sendFile } from "./send-file";

type Words = Record<"label" | "hint" | "send" | "internal" | "sending" | "done" | "unreachable" | "drop", string>;
type FormProps = { action: string; back: string; accept: string; mayBeInternal: boolean; text: Words };
type Told = { isDone: boolean; sentences: string[] } | null;

/** Without script a form that goes there and back; with it files are also dropped here or pasted, one request each, with progress. */
export function AttachmentForm({ action, back, accept, mayBeInternal, text }: FormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [progress, setProgress] = useState("");
  const [isOver, setOver] = useState(false);
  const [told, setTold] = useState<Told>(null);

  const send = async (files: File[]) => {
    if (files.length === 0 || progress || !form.current) return;
    setTold(null);
    const visibility = new FormData(form.current).get("visibility") ?? "public";
    const faults: string[] = [];
    for (const file of files) {
      const tell = (percent: number) => setProgress(`${text.sending} ${file.name} ${percent} %`);
      const answer = await sendFile(action, file, String(visibility), tell);
      if (!answer.ok) faults.push(`${file.name}: ${answer.message ?? text.unreachable}`);
    }
    setProgress("");
    setTold({ isDone: faults.length === 0, sentences: faults.length === 0 ? [text.done] : faults });
    form.current?.reset();
    router.refresh();
  };
  usePasted(send);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const files = new FormData(event.currentTarget).getAll("file").filter((file) => file instanceof File && file.name);
    // Nothing chosen: the server says so, as without script.
    if (files.length === 0) return;
    event.preventDefault();
    void send(files as File[]);
  };
  return (
    <form
      ref={form}
      {...{ action, onSubmit, method: "post", encType: "multipart/form-data" }}
      className={`mt-4 max-w-[44rem] rounded-corner border border-dashed px-4 py-3 ${isOver ? "border-accent bg-accent-wash" : "border-edge"}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void send([...event.dataTransfer.files]);
      }}
    >
      {told?.sentences.map((sentence) => (
        <Banner key={sentence} tone={told.isDone ? "success" : "problem"} heading={sentence} />
      ))}
      <input type="hidden" name="back" value={back} />
      <label htmlFor="file" className="block font-strong">
        {text.label}
      </label>
      <p id="file-hint" className="text-small text-ink-quiet">
        {text.hint} <Dropping words={text.drop} />
      </p>
      <input
        id="file"
        name="file"
        type="file"
        multiple
        accept={accept}
        aria-describedby="file-hint"
        className="control my-2 max-w-[26rem]"
      />
      {mayBeInternal && (
        <label className="my-2 flex items-center gap-2">
          <input type="checkbox" name="visibility" value="internal" />
          <span>{text.internal}</span>
        </label>
      )}
      <ButtonRow>
        <Button type="submit" kind="quiet" icon="plus" aria-disabled={progress !== "" || undefined}>
          {text.send}
        </Button>
      </ButtonRow>
      <p role="status" className="text-small">
        {progress}
      </p>
    </form>
  );
}

/** Said only where it works. */
function Dropping({ words }: { words: string }) {
  const [isThere, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  return isThere ? words : null;
}

/** A picture on the clipboard is attached wherever on the page it is pasted; pasted text stays the field's own. */
function usePasted(send: (files: File[]) => Promise<void>) {
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      void latest.current(files);
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, []);
}
