import { headers } from "next/headers";
import { accentColours } from "@/lib/base/accent";

/**
 * The municipality's accent over the portal's own, held to contrast once more: the sheet is written from computed colours alone.
 * Both themes are spelled out, as the bundler does not come here to rewrite light-dark() for older browsers.
 */
export async function AccentStyle({ accent }: { accent: string }) {
  const policy = (await headers()).get("content-security-policy") ?? "";
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  return <style nonce={nonce}>{sheetOf(accent)}</style>;
}

function sheetOf(given: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(given)) return "";
  const { light, dark } = accentColours(given);
  const rules = ({ accent, deep }: typeof light) =>
    `--accent:${accent};--accent-deep:${deep};--accent-wash:color-mix(in srgb,${accent} 14%,var(--paper))`;
  return [
    `:root{${rules(light)}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme="light"]){${rules(dark)}}}`,
    `@media screen{:root[data-theme="dark"]{${rules(dark)}}}`,
  ].join("");
}
