import { describe, expect, it } from "vitest";
import { htmlOf, plainTextOf } from "./markdown";

describe("htmlOf", () => {
  it("shows raw HTML as text", () => {
    expect(htmlOf('Hej <script>alert(1)</script> <img src=x onerror="alert(1)">')).not.toMatch(/<(script|img)/);
  });

  it.each(["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "&#106;avascript:alert(1)"])(
    "gives no link to %s",
    (address) => {
      expect(htmlOf(`[hit](${address})`)).toBe('<p><a href="">hit</a></p>');
    },
  );
});

describe("plainTextOf", () => {
  it("keeps the words and the lines, and loses the marks", () => {
    const html = htmlOf("Först **det här** & `Kommun` <b>.\n\n- Ett\n- *Två*\n\n1. A\n2. B\n\nSist.");
    expect(plainTextOf(html)).toBe("Först det här & Kommun <b>.\n– Ett\n– Två\n– A\n– B\nSist.");
  });
});
