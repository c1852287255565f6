import { expect, test } from "vitest";
import iconShapes from "./icon-shapes.json";

test("every icon is drawn as the pinned Lucide draws it", async () => {
  for (const [name, shapes] of Object.entries(iconShapes)) {
    const lucide = await import(`../../node_modules/lucide-react/dist/esm/icons/${name}.mjs`);
    const drawn = lucide.__iconData.node.map(([tag, attributes]: [string, Record<string, string>]) => {
      const { key: _, ...rest } = attributes;
      return { tag, ...rest };
    });
    expect(shapes, name).toEqual(drawn);
  }
});
