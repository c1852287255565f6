import { describe, expect, it } from "vitest";
import { referenceOf } from "@/lib/base/reference";
import { faultOfSearch, filterOf, queueHref, queueViews, readQueueQuery } from "./queue-query";

const reference = referenceOf(104_221);
const plain = reference.replace("-", "");

describe("the queue's address", () => {
  it("is the open orders when it asks for nothing, and everything when it searches", () => {
    expect(readQueueQuery({})).toEqual({ view: "open", q: "", cursor: undefined, open: undefined });
    expect(readQueueQuery({ q: "ipad" }).view).toBe("all");
    expect(readQueueQuery({ q: "ipad", view: "ready" }).view).toBe("ready");
  });

  it("leads back to itself", () => {
    const cursor = { at: new Date("2027-01-08T15:00:00.000Z"), id: "0b0f7f0e-8f0e-4b0f-9f0e-0b0f7f0e8f0e" };
    for (const view of queueViews) {
      const query = { view, q: "å & ä", cursor, open: reference };
      const params = Object.fromEntries(new URL(queueHref(query), "http://portal.invalid").searchParams);
      expect(readQueueQuery({ ...params, view })).toEqual(query);
    }
  });

  it("starts from the top with another view", () => {
    const query = readQueueQuery({
      open: reference,
      after: "2027-01-08T15:00:00.000Z_0b0f7f0e-8f0e-4b0f-9f0e-0b0f7f0e8f0e",
    });
    expect(query.cursor).toBeDefined();
    expect(queueHref(query, { view: "ready" })).toBe("/desk?view=ready");
  });

  it("takes nonsense for nothing", () => {
    expect(readQueueQuery({ view: "x", after: "x", open: "123", q: ["a", "b"] })).toEqual(readQueueQuery({}));
  });
});

describe("a search", () => {
  it("finds a reference however it was typed", () => {
    expect(filterOf(readQueueQuery({ q: ` ${plain} ` }))).toEqual({ view: "all", q: reference });
  });

  it("says that a digit is wrong, that digits are missing, and nothing of words and serial numbers", () => {
    const wrong = `${plain.slice(0, 6)}${(Number(plain[6]) + 1) % 10}`;
    expect(faultOfSearch(wrong)).toBe("checkDigit");
    expect(faultOfSearch("12345")).toBe("length");
    expect([reference, "ipad", "DMPXK1ABCD12", "123456789"].map(faultOfSearch)).toEqual([null, null, null, null]);
  });
});
