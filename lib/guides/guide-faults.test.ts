import { describe, expect, it } from "vitest";
import { guideFaults, textFault } from "./guide-faults";

describe("what a guide's text may not hold", () => {
  it.each([
    ["![](/a.png)", "guides.errors.imageWithoutAlt"],
    ["![ ](/a.png)", "guides.errors.imageWithoutAlt"],
    ["Text\n\n- ![][a]\n\n[a]: /a.png", "guides.errors.imageWithoutAlt"],
    ["![Skärmen](https://bild.example/a.png)", "guides.errors.imageElsewhere"],
    ["![Skärmen](//bild.example/a.png)", "guides.errors.imageElsewhere"],
    ["# Rubrik", "guides.errors.headingOne"],
    ["Rubrik\n======", "guides.errors.headingOne"],
    ["### Rubrik", "guides.errors.headingSkipped"],
    ["## A\n\n#### B", "guides.errors.headingSkipped"],
    ["Se [här](/guides/x).", "guides.errors.linkWords"],
    ["[](/guides/x)", "guides.errors.linkWords"],
    ["[Klicka **här**](/guides/x)", "guides.errors.linkWords"],
  ])("%s", (markdown, key) => {
    expect(textFault(markdown)?.key).toBe(key);
  });

  it.each([
    "## A\n\n### B\n\n## C\n\n### D\n\n#### E",
    "![Inställningar med Wi-Fi markerat](/bilder/wifi.png)",
    '<img src="/a.png">',
    "`![](a)`",
    "[Guiden om lösenord](/guides/losenord)",
    "",
  ])("but %s may", (markdown) => {
    expect(textFault(markdown)).toBeNull();
  });

  it("wants English in all three texts or in none", () => {
    const text = (en?: string) => ({ sv: "Text", en });
    expect(guideFaults({ title: text(), summary: text(), body: text() })).toEqual([]);
    const half = guideFaults({ title: text("Title"), summary: text(), body: text() });
    expect(half.map(({ path }) => path)).toEqual(["summary.en", "body.en"]);
  });
});
