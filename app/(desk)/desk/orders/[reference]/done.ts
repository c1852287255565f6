/** What the order's page can say was just done: `?done=`. */
export const dones = [
  "paused",
  "resumed",
  "message",
  "note",
  "retried",
  "byHand",
  "preconfigured",
  "cancelled",
  "handedOver",
  "serialNumber",
  "serialNumbers",
] as const;
export type Done = (typeof dones)[number];
