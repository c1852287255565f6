import { describe, expect, it } from "vitest";
import { readSerialNumberList } from "@/lib/orders/serial-number-list";
import { previewHref, previewOf, textOfUpload } from "./preview";

describe("previewOf", () => {
  it("gives each number its line, and says why when it gets none", () => {
    const rows = previewOf("DMPXK1ABCD12\nhej!\nDMPXK1ABCD12\nDMPXK1ABCD13\nDMPXK1ABCD14", ["a", "b"]);
    expect(rows.map(({ verdict, line }) => [verdict, line])).toEqual([
      ["good", "a"],
      ["bad", null],
      ["twice", null],
      ["good", "b"],
      ["surplus", null],
    ]);
  });

  it("reads back what its own address holds", () => {
    const href = previewHref("123-4567", readSerialNumberList("dmpx k1abcd12\nhej & hå"));
    const numbers = new URL(href, "http://portal.invalid").searchParams.get("numbers") ?? "";
    expect(previewOf(numbers, ["a"]).map((row) => row.number)).toEqual(["DMPXK1ABCD12", "hej & hå"]);
    expect(previewHref("123-4567", [])).toContain("fault=nothing");
  });
});

describe("textOfUpload", () => {
  const file = (bytes: Uint8Array<ArrayBuffer>) => textOfUpload(new File([bytes], "list.csv"));

  it("reads UTF-8, and what Excel writes", async () => {
    expect(await file(new TextEncoder().encode("Enhet på"))).toEqual({ text: "Enhet på" });
    expect(await file(new Uint8Array([0x70, 0xe5]))).toEqual({ text: "på" });
    expect(await textOfUpload(null)).toEqual({ text: "" });
  });

  it("refuses what is too large or no text", async () => {
    expect(await file(new Uint8Array(100_001).fill(65))).toEqual({ fault: "tooLarge" });
    expect(await file(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toEqual({ fault: "notText" });
  });
});
