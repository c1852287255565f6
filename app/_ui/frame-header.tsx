import type { ReactNode } from "react";
import type { Language } from "@/db/words";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { Icon } from "./icon";

/** `count`: how many things wait there; shown beside the word when it is more than none. */
export type FrameLink = { href: string; label: string; isCurrent?: boolean; count?: number };

/**
 * A page with a form gives the form's id: the switch then submits that form with intent "language:en", so that nothing typed is lost.
 * Any other page gives the server action that keeps the language and returns to `returnTo`.
 */
export type LanguageSwitch =
  | { formId: string }
  | { action: (form: FormData) => void | Promise<void>; returnTo: string };

export type FrameHeaderProps = {
  language: Language;
  /** The municipality's name: "Åminne kommun". */
  municipality: string;
  links: FrameLink[];
  /** `detail`: unit or role. `menu`: links and the sign-out form, each an element of its own. Absent: nobody is signed in. */
  person?: { name: string; detail?: string; menu: ReactNode };
  languageSwitch?: LanguageSwitch;
};

export function FrameHeader({ language, municipality, links, person, languageSwitch }: FrameHeaderProps) {
  const translate = translator(language);
  return (
    <header className="frame-header">
      <div className="frame-bar">
        <a href={routes.home()} className="frame-name">
          <ArmsMark letter={municipality.slice(0, 1)} />
          <span>
            <span className="frame-portal">{translate("ui.frame.portal")}</span>
            <span className="frame-municipality">{municipality}</span>
          </span>
        </a>
        <div className="frame-tools">
          {languageSwitch && <LanguageButton language={language} {...languageSwitch} />}
          {person && (
            <details className="person-menu">
              <summary>
                <Icon name="user" />
                <span>{person.name}</span>
                <Icon name="chevron-down" />
              </summary>
              <div className="person-menu-sheet">
                {person.detail && <p className="text-ink-quiet text-plain">{person.detail}</p>}
                {person.menu}
              </div>
            </details>
          )}
        </div>
      </div>
      {links.length > 0 && (
        <nav className="frame-nav" aria-label={translate("ui.frame.navigation")}>
          <ul>
            {links.map((link) => (
              <li key={link.href}>
                <a href={link.href} aria-current={link.isCurrent ? "page" : undefined}>
                  {link.label}
                  {link.count ? (
                    <Count text={translate("ui.frame.waiting", { count: link.count })} count={link.count} />
                  ) : null}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

function Count({ count, text }: { count: number; text: string }) {
  return (
    <>
      <span className="frame-count" aria-hidden="true">
        {count}
      </span>
      <span className="sr-only">, {text}</span>
    </>
  );
}

/** Named in the language it leads to, and the same for a screen reader. */
function LanguageButton({ language, ...how }: { language: Language } & LanguageSwitch) {
  const translate = translator(language);
  const other: Language = language === "sv" ? "en" : "sv";
  const button = {
    type: "submit",
    name: "intent",
    value: `language:${other}`,
    className: "language-button",
    lang: other,
  } as const;
  const words = translate("ui.frame.switchLanguage");
  if ("formId" in how) {
    // Enter in a field presses the form's first button, and the header comes first: that must not be the language.
    return (
      <>
        <button type="submit" form={how.formId} className="sr-only" tabIndex={-1} aria-hidden="true" />
        <button {...button} form={how.formId} formNoValidate>
          {words}
        </button>
      </>
    );
  }
  return (
    <form action={how.action}>
      <input type="hidden" name="returnTo" value={how.returnTo} />
      <button {...button}>{words}</button>
    </form>
  );
}

/** Stands in for the coat of arms until the municipality has given its own. */
function ArmsMark({ letter }: { letter: string }) {
  return (
    <svg className="arms-mark" viewBox="0 0 32 36" aria-hidden="true" focusable="false">
      <path className="arms-field" d="M2 2h28v17c0 8-6 12.5-14 15C8 31.5 2 27 2 19z" />
      <path className="arms-wave" d="M3.2 24.5c3.2-2.4 5.6-2.4 8.6 0s5.6 2.4 8.6 0 5.4-2.4 8.4-.2" />
      <text className="arms-letter" x="16" y="18.5" textAnchor="middle">
        {letter}
      </text>
    </svg>
  );
}
