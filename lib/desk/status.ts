import type { VisitStatus } from "@/db/words";

/** Every move of a visit, from which state and to which. */
export const visitMoves = {
  arrive: { from: "booked", to: "arrived" },
  finish: { from: "arrived", to: "done" },
  miss: { from: "booked", to: "no_show" },
  cancel: { from: "booked", to: "cancelled" },
} as const satisfies Record<string, { from: VisitStatus; to: VisitStatus }>;

export type VisitMove = keyof typeof visitMoves;

export const visitMoveNames = ["arrive", "finish", "miss", "cancel"] as const satisfies readonly VisitMove[];
