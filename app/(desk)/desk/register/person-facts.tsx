import { describeStatus } from "@/app/_ui/describe-status";
import { PersonLine } from "@/app/_ui/person-line";
import { Status } from "@/app/_ui/status";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { PersonAtDesk } from "@/lib/desk/person-at-desk";

/** Who it is, what they have and what is under way: perhaps it is about that. */
export function PersonFacts({ ctx, about }: { ctx: Context; about: PersonAtDesk }) {
  const t = translator(ctx.language);
  const { person, devices, open } = about;
  return (
    <aside className="register-person">
      <h2 className="desk-heading">
        <PersonLine name={person.name} />
      </h2>
      <p className="text-ink-quiet">
        {[person.unit, person.account, person.phone, person.email].filter(Boolean).join(" · ")}
      </p>
      <p>
        <a href={routes.deskRegister()}>{t("register.person.change")}</a>
      </p>
      <h3 className="desk-heading mt-4">{t("register.person.open")}</h3>
      {open.length === 0 && <p>{t("register.person.noOpen")}</p>}
      <ul className="register-list">
        {open.map(({ reference, title, status, isOrder }) => (
          <li key={reference} data-ticket={reference}>
            <p>
              <span className="reference">{reference}</span> {title}
            </p>
            <p className="desk-marks">
              <Status {...describeStatus("ticketStatus", status, ctx.language)} />
              <a href={isOrder ? routes.deskOrder(reference) : routes.deskTicket(reference)}>
                {isOrder ? t("register.person.order") : t("register.person.same")}
                <span className="sr-only"> {reference}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
      <h3 className="desk-heading mt-4">{t("register.person.devices")}</h3>
      {devices.length === 0 && <p>{t("register.person.noDevices")}</p>}
      <ul className="register-list">
        {devices.map(({ serialNumber, model }) => (
          <li key={serialNumber}>
            {model} <span className="reference">{serialNumber}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
