"use client";

import { useEffect, useState } from "react";
import { Banner } from "@/app/_ui/banner";
import { type Secret, secretOf } from "./secret-of";

type Advice = {
  formId: string;
  /** By category: in which line it begins, and why. */
  lines: Record<string, string>;
  secret: { heading: string } & Record<Secret, string>;
  scope: { heading: string; answers: Record<string, string> };
};

/** What the agent needs to say while the person is still on the phone, as soon as the form shows that it is needed. */
export function ContactAdvice({ formId, lines, secret, scope }: Advice) {
  const [said, setSaid] = useState({ category: "", words: "", ownership: "municipal" });
  useEffect(() => {
    const form = document.getElementById(formId) as HTMLFormElement | null;
    const read = () => {
      const held = new FormData(form ?? undefined);
      const text = (name: string) => String(held.get(name) ?? "");
      setSaid({
        category: text("category"),
        words: `${text("title")} ${text("description")}`,
        ownership: text("ownership"),
      });
    };
    read();
    form?.addEventListener("input", read);
    return () => form?.removeEventListener("input", read);
  }, [formId]);
  const concerned = secretOf(said.category, said.words);
  const outside = scope.answers[said.ownership];
  return (
    <div aria-live="polite" className="register-advice">
      {lines[said.category] && <p>{lines[said.category]}</p>}
      {concerned && (
        <Banner tone="notice" heading={secret.heading}>
          {secret[concerned]}
        </Banner>
      )}
      {outside && (
        <Banner tone="notice" heading={scope.heading}>
          {outside}
        </Banner>
      )}
    </div>
  );
}
