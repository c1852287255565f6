import { describe, expect, it } from "vitest";
import { type LetterLayout, layOut } from "./letter-layout";

const letter: LetterLayout = {
  language: "sv",
  heading: "Din iPad är klar",
  paragraphs: ["Hej Åsa!", "Hämta den i receptionen."],
  facts: [
    { label: "Ärendenummer", value: "123-4567" },
    { label: "Plats", value: "Stadshuset" },
  ],
  action: { label: "Följ beställningen", url: "https://service.aminne.example/orders/123-4567?a=1&b=2" },
  footer: "Åminne kommun, servicedesk",
};

describe("as text", () => {
  it("reads from top to bottom, with the whole address and a signature mark", () => {
    expect(layOut(letter).text).toBe(
      [
        "Din iPad är klar",
        "",
        "Hej Åsa!",
        "",
        "Hämta den i receptionen.",
        "",
        "Ärendenummer: 123-4567",
        "Plats: Stadshuset",
        "",
        "Följ beställningen:",
        "https://service.aminne.example/orders/123-4567?a=1&b=2",
        "",
        "-- ",
        "Åminne kommun, servicedesk",
        "",
      ].join("\n"),
    );
  });

  it("has no empty places where there is nothing to say", () => {
    const { action: _, ...bare } = letter;
    expect(layOut({ ...bare, facts: [], paragraphs: ["", "Hej"] }).text).toBe(
      "Din iPad är klar\n\nHej\n\n-- \nÅminne kommun, servicedesk\n",
    );
  });
});

describe("as HTML", () => {
  const { html } = layOut(letter);

  it("tells its language, its subject, and that it can be dark", () => {
    expect(html).toContain('<html lang="sv">');
    expect(html).toContain("<title>Din iPad är klar</title>");
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(layOut({ ...letter, language: "en" }).html).toContain('<html lang="en">');
  });

  it("has one heading, facts as rows with their names, and one link", () => {
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.match(/<th scope="row"/g)).toHaveLength(2);
    expect(html.match(/<a href="https:\/\/service\.aminne\.example\/orders\/123-4567\?a=1&amp;b=2"/g)).toHaveLength(1);
  });

  it("loads nothing, runs nothing, and sets no ink without its paper", () => {
    expect(html).not.toMatch(/<(img|script|link|style|iframe)\b|url\(|@import/i);
    for (const [style] of html.matchAll(/style="[^"]*"/g)) {
      expect(/(^|[;"])color:/.test(style)).toBe(/background-color:/.test(style));
    }
  });

  it("shows what people wrote, and obeys none of it", () => {
    const bad = `<img src=x onerror="alert(1)">&'\u202egnp.exe\u0007\nnästa rad`;
    const { html: shown, text } = layOut({
      ...letter,
      heading: bad,
      paragraphs: [bad],
      facts: [{ label: bad, value: bad }],
      action: { label: bad, url: `https://x.example/"onclick="alert(1)` },
      footer: bad,
    });
    expect(shown).not.toContain("<img");
    expect(shown).not.toMatch(/"\s*onclick="/);
    expect(shown).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;gnp.exe<br>");
    for (const hidden of ["\u202e", "\u0007"]) expect(shown + text).not.toContain(hidden);
  });
});
