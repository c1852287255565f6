import { describe, expect, it } from "vitest";
import { HandOver } from "@/lib/orders/schema";
import { pathOf } from "./signature-path";

describe("pathOf", () => {
  it("draws each stroke, and a dot where the pen only touched", () => {
    expect(
      pathOf([
        [
          { x: 1, y: 2 },
          { x: 3, y: 4 },
        ],
        [],
        [{ x: 9, y: 9 }],
      ]),
    ).toBe("M1 2L3 4M9 9L10 9");
  });

  it("is what a receipt takes, however long someone draws", () => {
    const stroke = Array.from({ length: 500 }, (_, n) => ({ x: n, y: n % 200 }));
    const signature = pathOf(Array.from({ length: 60 }, () => stroke));
    expect(signature.length).toBeGreaterThan(10_000);
    expect(HandOver.safeParse({ receivedBy: "Maja Lind", signature }).success).toBe(true);
  });
});
