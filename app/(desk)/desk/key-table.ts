/** What a key does. `data-key` on a link or button of the page names the acts of a ticket; the others the keys do themselves. */
export const ticketActs = ["assign", "reply", "note", "transfer", "pause", "resolve"] as const;

type Row = { keys: readonly string[]; act: string };

/** Every key of the desk, by where it belongs: the page that lists them and what listens to them read this one table. */
export const keyTable = {
  list: [
    { keys: ["j"], act: "next" },
    { keys: ["k"], act: "previous" },
    { keys: ["Enter", "o"], act: "open" },
  ],
  ticket: [
    { keys: ["a"], act: "assign" },
    { keys: ["r"], act: "reply" },
    { keys: ["n"], act: "note" },
    { keys: ["t"], act: "transfer" },
    { keys: ["p"], act: "pause" },
    { keys: ["e"], act: "resolve" },
  ],
  go: [
    { keys: ["/"], act: "search" },
    { keys: ["g q"], act: "queue" },
    { keys: ["c"], act: "register" },
    { keys: ["?"], act: "keys" },
  ],
  always: [{ keys: ["Ctrl K"], act: "palette" }],
} as const satisfies Record<string, readonly Row[]>;

export type KeyGroup = keyof typeof keyTable;
export type KeyAct = (typeof keyTable)[KeyGroup][number]["act"];

/** What a single key, or a second one after `before`, asks for; null where it is none of ours. Enter is the link's own. */
export function actOfKey(key: string, before: string): KeyAct | null {
  const wanted = before ? `${before} ${key}` : key;
  if (wanted === "Enter") return null;
  for (const rows of Object.values(keyTable)) {
    for (const { keys, act } of rows) if ((keys as readonly string[]).includes(wanted)) return act;
  }
  return null;
}

/** The first of two keys. */
export const beginsTwo = (key: string): boolean =>
  Object.values(keyTable).some((rows) => rows.some(({ keys }) => keys.some((each) => each.startsWith(`${key} `))));
