/** What the ticket's page can say was just done: `?done=`. */
export const dones = [
  ...(["assigned", "replied", "noted", "transferred", "paused", "resumed", "classified", "resolved"] as const),
  ...(["reopened", "cancelled", "merged", "unmerged", "linked", "unlinked", "split", "ticked", "timed"] as const),
  "undone",
] as const;
export type Done = (typeof dones)[number];
