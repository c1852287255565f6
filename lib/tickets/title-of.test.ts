import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { titleOf } from "./title-of";

describe("titleOf", () => {
  it.each([
    ["Kalendern är tom. Jag har startat om.", "Kalendern är tom"],
    ["Skrivaren syns inte\nJag sitter på plan två.", "Skrivaren syns inte"],
    ["Hej!\nMin iPad startar inte.", "Hej! Min iPad startar inte"],
    ["Går det att skriva ut på våning två?", "Går det att skriva ut på våning två?"],
    ["  mycket   luft  här inne ", "mycket luft här inne"],
    [
      "När jag öppnar appen för att läsa de handlingar som kom i går så stängs den efter några sekunder utan att säga varför",
      "När jag öppnar appen för att läsa de handlingar som kom i går så stängs den …",
    ],
  ])("%j is %j", (text, title) => {
    expect(titleOf(text)).toBe(title);
  });

  it("is one line that a ticket can have, whatever was written", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 5, unit: "grapheme" }), (text) => {
        fc.pre(text.trim().length >= 5);
        const title = titleOf(text);
        expect(title.length).toBeLessThanOrEqual(82);
        expect(title).not.toMatch(/\n/);
        expect(title.trim().length).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});
