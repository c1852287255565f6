export const outcomes = ["saved", "added", "removed", "closed", "opened"] as const;

/** Where one goes when something is set up: to this place, and is told there that it is done. */
export const doneAt = (place: string, outcome: (typeof outcomes)[number]) => `${place}?done=${outcome}`;
