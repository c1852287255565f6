import type { Language } from "@/db/words";
import { translator } from "@/lib/base/language";
import type { Statement } from "./statement";

/** What is not accessible: what, why, and what to do instead; said honestly where nothing is known. */
export function Flaws({ language, flaws }: { language: Language; flaws: Statement["flaws"] }) {
  const translate = translator(language);
  if (flaws.length === 0) return <p>{translate("home.statement.flaws.none")}</p>;
  return (
    <ul className="list-disc pl-6">
      {flaws.map(({ criterion, what, why, instead }) => (
        <li key={what.sv} className="mt-3">
          <p>
            {what[language]} ({criterion})
          </p>
          <p>
            <strong>{translate("home.statement.flaws.why")}</strong> {why[language]}
          </p>
          <p>
            <strong>{translate("home.statement.flaws.instead")}</strong> {instead[language]}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A list of claims, or the sentence that there are none. */
export function Claims({ none, items }: { none: string; items: string[] }) {
  if (items.length === 0) return <p>{none}</p>;
  return (
    <ul className="list-disc pl-6">
      {items.map((item) => (
        <li key={item} className="mt-2">
          {item}
        </li>
      ))}
    </ul>
  );
}
