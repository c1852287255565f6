import { ticketActs } from "./key-table";

export type PageAct = { name: string; label: string; control: HTMLElement };

const field = "input:not([type=hidden]), textarea, select";

/** What can be done on the page now: the links, buttons and fields that say so by `data-key`, each once. */
export function actsOnPage(): PageAct[] {
  const found = new Map<string, PageAct>();
  for (const control of document.querySelectorAll<HTMLElement>("[data-key]")) {
    const name = control.dataset.key ?? "";
    if (found.has(name) || !control.checkVisibility()) continue;
    const label = control.getAttribute("aria-label") ?? control.textContent?.trim() ?? "";
    found.set(name, { name, label, control });
  }
  return [...found.values()];
}

export const isTicketAct = (act: string): boolean => (ticketActs as readonly string[]).includes(act);

/** As if it had been pressed; what opens lets one write in it at once. */
export function press(control: HTMLElement): void {
  control.focus();
  if (control.matches(field)) return;
  const details = control.closest("details");
  if (control.tagName !== "SUMMARY" || !details?.open) control.click();
  if (control.tagName === "SUMMARY") details?.querySelector<HTMLElement>(field)?.focus();
}

/** Moves the focus among the rows of the list, from where it is or from where it was last; null where there is no row. */
export function moveRow(from: HTMLElement | null, step: 1 | -1): HTMLElement | null {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-ticket]")].filter((row) => row.checkVisibility());
  const at = from ? rows.indexOf(from) : -1;
  const next = at < 0 ? rows[0] : rows[Math.min(rows.length - 1, Math.max(0, at + step))];
  linkOf(next)?.focus();
  return next ?? null;
}

/** Of its links the one that is shown at this width. */
export const linkOf = (row: Element | null | undefined): HTMLElement | null =>
  [...(row?.querySelectorAll<HTMLElement>("a[href]") ?? [])].find((link) => link.checkVisibility()) ?? null;

/** The way on to the whole of the ticket that stands beside the list already. */
export const wholeOf = (row: Element | null): HTMLElement | null =>
  row?.ariaCurrent === "true" ? document.querySelector<HTMLElement>("[data-ticket-panel] [data-key=open]") : null;

/** Where typing means letters: there no key is ours. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const box = "[role=textbox], [role=combobox], [role=listbox], [role=menu], [role=application]";
  return target.isContentEditable || target.closest(`input, textarea, select, dialog, ${box}`) !== null;
}
