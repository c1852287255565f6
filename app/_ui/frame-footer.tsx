import type { Language } from "@/db/words";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { Icon } from "./icon";

export type FrameFooterProps = {
  language: Language;
  phone: string;
  email: string;
  /** Where to find the desk: "Stadshuset, plan 1". */
  place?: string;
  /** One line that is true right now: "Öppet till 16.00, drop-in i morgon 8–10". */
  hours?: string;
};

/** How to reach the servicedesk, always in the same place (WCAG 3.2.6), and the accessibility statement. */
export function FrameFooter({ language, phone, email, place, hours }: FrameFooterProps) {
  const translate = translator(language);
  return (
    <footer className="frame-footer">
      <div className="frame-footer-inner">
        <section aria-labelledby="footer-contact">
          <h2 id="footer-contact">{translate("ui.frame.contact")}</h2>
          {hours && <p>{hours}</p>}
          <ul>
            <li>
              <Icon name="phone" />
              <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a>
            </li>
            <li>
              <Icon name="mail" />
              <a href={`mailto:${email}`}>{email}</a>
            </li>
            {place && (
              <li>
                <Icon name="map-pin" />
                <span>{place}</span>
              </li>
            )}
          </ul>
        </section>
        <section aria-labelledby="footer-about">
          <h2 id="footer-about">{translate("ui.frame.about")}</h2>
          <ul>
            <li>
              <a href={routes.accessibility()}>{translate("ui.frame.accessibility")}</a>
            </li>
          </ul>
        </section>
      </div>
    </footer>
  );
}
