import { describe, expect, it } from "vitest";
import { referenceOf } from "@/lib/base/reference";
import { queueViewNames } from "@/lib/tickets/queue-views";
import { faultOfSearch, filterOf, queueHref, readQueueQuery } from "./queue-query";

const reference = referenceOf(104_221);
const plain = reference.replace("-", "");
const zone = "Europe/Stockholm";
const after = "0.3.2027-01-08T15:00:00.000Z_0b0f7f0e-8f0e-4b0f-9f0e-0b0f7f0e8f0e";

const paramsOf = (href: string) => {
  const params: Record<string, string | string[]> = {};
  for (const [name, value] of new URL(href, "http://portal.invalid").searchParams)
    params[name] = name in params ? [params[name] ?? [], value].flat() : value;
  return params;
};

describe("the queue's address", () => {
  it("is what is open when it asks for nothing, and everything when it searches", () => {
    expect(readQueueQuery({})).toMatchObject({ view: "open", sort: "due", q: "", filters: {}, cursor: undefined });
    expect(readQueueQuery({ q: "ipad" })).toMatchObject({ view: "all", sort: "received" });
    expect(readQueueQuery({ q: "ipad", view: "ready" }).view).toBe("ready");
  });

  it("leads back to itself", () => {
    const asked = { sort: "priority", q: "å & ä", open: reference, after, all: "1", filters: "1" };
    const filters = { line: ["1", "3"], status: "paused", queue: "line-2", from: "2026-12-01", assignee: "nobody" };
    for (const view of queueViewNames) {
      const query = readQueueQuery({ view, ...asked, ...filters, saved: "0b0f7f0e-8f0e-4b0f-9f0e-0b0f7f0e8f0e" });
      expect(readQueueQuery(paramsOf(queueHref(query)))).toEqual(query);
    }
  });

  it("starts from the top with another view, order or filter", () => {
    const query = readQueueQuery({ open: reference, after, all: "1" });
    expect(query.cursor).toBeDefined();
    expect(queueHref(query, { view: "ready" })).toBe("/desk?view=ready");
    expect(queueHref(query, { filters: { priority: ["1", "2"] } })).toBe("/desk?priority=1&priority=2");
    expect(queueHref(query, { sort: "priority" })).toBe("/desk?sort=priority");
  });

  it("takes nonsense for nothing", () => {
    const nonsense = {
      view: "x",
      after: "x",
      open: "123",
      q: ["a", "b"],
      line: "7",
      status: ["x"],
      from: "2026-99-99",
      sort: "x",
    };
    expect(readQueueQuery(nonsense)).toEqual(readQueueQuery({}));
  });
});

describe("what the list is asked", () => {
  it("has whole local days, the last one included", () => {
    const { receivedFrom, receivedTo } = filterOf(readQueueQuery({ from: "2026-12-01", to: "2026-12-01" }), zone);
    expect([receivedFrom, receivedTo].map((at) => at?.toISOString())).toEqual([
      "2026-11-30T23:00:00.000Z",
      "2026-12-01T23:00:00.000Z",
    ]);
  });

  it("tells nobody from anybody", () => {
    expect(filterOf(readQueueQuery({ assignee: "nobody" }), zone).assignee).toBeNull();
    expect(filterOf(readQueueQuery({ assignee: "a@b.example" }), zone).assignee).toBe("a@b.example");
    expect(filterOf(readQueueQuery({}), zone).assignee).toBeUndefined();
  });
});

it("says that a digit is wrong, that digits are missing, and nothing of words and serial numbers", () => {
  const wrong = `${plain.slice(0, 6)}${(Number(plain[6]) + 1) % 10}`;
  expect(faultOfSearch(wrong)).toBe("checkDigit");
  expect(faultOfSearch("12345")).toBe("length");
  expect([reference, "ipad", "DMPXK1ABCD12", "123456789"].map(faultOfSearch)).toEqual([null, null, null, null]);
});
