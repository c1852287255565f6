/** What a disruption's page can say was just done: `?done=`. */
export const dones = [
  ...(["declared", "updated", "ended", "answered", "linked", "unlinked", "marked", "reported", "recipients"] as const),
] as const;
export type Done = (typeof dones)[number];
