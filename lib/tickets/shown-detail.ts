/** What of an act its requester may read, by field: whatever is not named here is the desk's own. */
const forRequester: Readonly<Record<string, readonly string[]>> = {
  "tickets.opened": ["type"],
  "tickets.commented": ["visibility"],
  "tickets.attached": ["name"],
  "tickets.transferred": ["from", "to", "fromLine", "line"],
  "tickets.classified": ["from", "to", "clocksReplaced"],
  "tickets.paused": ["reason", "waitingFor", "reviewAt", "supplier", "promisedOn"],
  "tickets.resumed": ["because"],
  "tickets.resolved": ["resolution", "code"],
  "tickets.reopened": ["reason"],
  "tickets.cancelled": ["reason"],
  "tickets.followed": ["by"],
  "tickets.split": ["by", "from"],
  "tickets.linked": ["other", "as"],
  "tickets.unlinked": ["other", "as"],
  "tickets.rated": ["rating"],
  "tickets.merged": ["into", "from"],
  "tickets.duplicate": ["into", "from"],
  "tickets.unmerged": ["from", "gave"],
  "tickets.warned": ["target"],
  "tickets.breached": ["target"],
};

/** Details that name another ticket, which the reader must be allowed to see. */
const naming: Readonly<Record<string, readonly string[]>> = {
  "tickets.followed": ["by"],
  "tickets.split": ["by", "from"],
  "tickets.linked": ["other"],
  "tickets.unlinked": ["other"],
  "tickets.merged": ["into", "from"],
  "tickets.duplicate": ["into", "from"],
  "tickets.unmerged": ["from", "gave"],
};

type Act = { event: string; detail: Record<string, unknown> };

/** The other tickets that these acts name. */
export function ticketsNamed(acts: readonly Act[]): string[] {
  return [...new Set(acts.flatMap((act) => namedIn(act).map(([, reference]) => reference)))];
}

/** An act's detail as this reader may have it. An order's own acts are shown whole to whoever may read the order. */
export function shownDetail(act: Act, reader: { isAgent: boolean; sees: ReadonlySet<string> }): Act["detail"] {
  const hidden = new Set(namedIn(act).flatMap(([field, reference]) => (reader.sees.has(reference) ? [] : [field])));
  const isWhole = reader.isAgent || act.event.startsWith("orders.");
  const shown = isWhole ? Object.keys(act.detail) : (forRequester[act.event] ?? []);
  const fields = shown.filter((field) => field in act.detail && field !== "comment" && !hidden.has(field));
  return Object.fromEntries(fields.map((field) => [field, act.detail[field]]));
}

/** The detail with the numbers of tickets that the reader may not see struck out: for the desk, where that there is one is no secret. */
export function struckDetail(act: Act, sees: ReadonlySet<string>): Act["detail"] {
  const hidden = namedIn(act).filter(([, reference]) => !sees.has(reference));
  return { ...act.detail, ...Object.fromEntries(hidden.map(([field]) => [field, struck])) };
}

const struck = "•••-••••";

function namedIn({ event, detail }: Act): [field: string, reference: string][] {
  return (naming[event] ?? []).flatMap((field) =>
    typeof detail[field] === "string" ? [[field, detail[field]] as [string, string]] : [],
  );
}
