import type { ComponentProps, ReactNode } from "react";
import { Icon, type IconName } from "./icon";

/** One primary at most on a page: the act that matters. Dangerous: what cannot be undone. */
export type ButtonKind = "primary" | "quiet" | "dangerous";

type Look = { kind?: ButtonKind; icon?: IconName; children: ReactNode };

/** A button that acts. In a form use SubmitButton, which also stops the second click. */
export function Button({
  kind = "primary",
  icon,
  children,
  type = "button",
  ...rest
}: Look & ComponentProps<"button">) {
  return (
    <button {...rest} type={type} className="button" data-kind={kind}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

/** Goes somewhere and changes nothing, though it looks like a button: "Beställ", "Fortsätt". `dataKey`: the key that presses it. */
export function ButtonLink({
  kind = "primary",
  icon,
  children,
  href,
  dataKey,
}: Look & { href: string; dataKey?: string }) {
  return (
    <a href={href} className="button" data-kind={kind} data-key={dataKey}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  );
}

/** Buttons side by side, the primary first; below one another on a phone. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="button-row">{children}</div>;
}
