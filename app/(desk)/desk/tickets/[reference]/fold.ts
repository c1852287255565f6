const keptAtBegin = 4;
const keptAtEnd = 16;

/** A story that is long: its beginning, what is folded away between, and where it stands. A fold of a few is none. */
export function foldOf<T>(turns: readonly T[]): { begin: readonly T[]; folded: readonly T[]; end: readonly T[] } {
  if (turns.length <= keptAtBegin + keptAtEnd + 4) return { begin: turns, folded: [], end: [] };
  const from = turns.length - keptAtEnd;
  return { begin: turns.slice(0, keptAtBegin), folded: turns.slice(keptAtBegin, from), end: turns.slice(from) };
}
