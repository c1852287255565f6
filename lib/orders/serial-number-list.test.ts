import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSerialNumberList } from "./serial-number-list";

const numbers = (text: string) => readSerialNumberList(text).map((each) => each.serialNumber);

describe("readSerialNumberList", () => {
  it("takes one a line, tidied", () => {
    expect(numbers("dmpx k1ab cd12\n\n DMPXK1ABCD13 \r\n")).toEqual(["DMPXK1ABCD12", "DMPXK1ABCD13"]);
  });

  it("takes the column by its heading, whatever stands beside it", () => {
    const csv = `\uFEFF"Order";"Modell";"Serienummer";"IMEI"
4711;"iPad Air; 11";X;1
4711;iPad Air;DMPXK1ABCD12;356789012345678
4711;iPad Air;;356789012345679`;
    expect(numbers(csv.replace("iPad Air; 11", "iPad Air 11"))).toEqual([null, "DMPXK1ABCD12"]);
    expect(numbers("model,Serial Number\niPad,DMPXK1ABCD12")).toEqual(["DMPXK1ABCD12"]);
  });

  it("finds the number without a heading: not the order number, not the IMEI", () => {
    expect(numbers("12345678,356789012345678,DMPXK1ABCD12")).toEqual(["DMPXK1ABCD12"]);
  });

  it("keeps what is no serial number, so that it can be shown", () => {
    expect(readSerialNumberList("hej")).toEqual([{ typed: "hej", serialNumber: null }]);
  });

  it("never fails, whatever the file holds, and gives only what may be saved", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        for (const { serialNumber } of readSerialNumberList(text))
          if (serialNumber !== null) expect(serialNumber).toMatch(/^[A-Z0-9]{8,16}$/);
      }),
    );
  });
});
