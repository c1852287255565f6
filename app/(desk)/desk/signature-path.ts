/** A point on the pad, in its own whole units. */
export type Point = { x: number; y: number };

/** As many characters as a receipt keeps (HandOver.signature); strokes after that are left out. */
const longest = 20_000;

/** Strokes as an SVG path of whole numbers: "M10 20L11 22". A stroke of one point becomes a dot. */
export function pathOf(strokes: readonly (readonly Point[])[]): string {
  let path = "";
  for (const stroke of strokes) {
    const [start, ...rest] = stroke;
    if (!start) continue;
    const further = rest.length > 0 ? rest : [{ x: start.x + 1, y: start.y }];
    const drawn = `M${start.x} ${start.y}${further.map(({ x, y }) => `L${x} ${y}`).join("")}`;
    if (path.length + drawn.length > longest) return path;
    path += drawn;
  }
  return path;
}
