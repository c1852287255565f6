import { describe, expect, it } from "vitest";
import { deviceOwnerships, reportTopics } from "@/db/words";
import { isMessageKey } from "@/lib/base/zod-faults";
import { secrets } from "@/lib/tickets/report-schema";
import {
  answersOf,
  asksLevels,
  deviceOf,
  faultsIn,
  numberOf,
  outsideOf,
  ownerships,
  reportFrom,
  stepNames,
  stepsOf,
} from "./answers";

const given = (typed: Record<string, string>) =>
  answersOf(Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, [value]])));

const told = { text: "Skärmen är svart.", affected: "me", work: "without" };

describe("the questions that the answers lead through", () => {
  it.each([
    [{}, "topic"],
    [{ topic: "ipad", ownership: "municipal" }, "topic scope device fault"],
    [{ topic: "ipad", ownership: "private_device" }, "topic scope"],
    [{ topic: "mail", ownership: "private_computer" }, "topic scope"],
    [{ topic: "own_things" }, "topic"],
    [{ topic: "account", secret: "account" }, "topic scope fault"],
    [{ topic: "account", secret: "passcode" }, "topic scope device fault"],
    [{ topic: "account", secret: "apple" }, "topic scope"],
    [{ topic: "meeting_documents" }, "topic fault"],
    [{ topic: "lost" }, "topic device fault"],
    [{ topic: "other", ownership: "none" }, "topic scope fault"],
    // What was answered under another topic counts no more.
    [{ topic: "meeting_documents", ownership: "private_device", secret: "apple" }, "topic fault"],
    [{ topic: "ipad", ownership: "none" }, "topic scope device fault"],
  ])("%o: %s", (typed, steps) => {
    expect(stepsOf(given(typed)).join(" ")).toBe(steps);
  });

  it("are three at most, as people count", () => {
    for (const topic of reportTopics)
      for (const ownership of ownerships)
        for (const secret of secrets) {
          const answers = given({ topic, ownership, secret });
          for (const step of stepsOf(answers)) {
            const number = numberOf(step, answers);
            expect(number.of).toBeLessThanOrEqual(3);
            expect(number.step).toBeGreaterThanOrEqual(1);
            expect(number.step).toBeLessThanOrEqual(number.of);
          }
        }
  });
});

describe("every way through", () => {
  it("ends in a report that may be sent, or in an answer; nobody is stuck", () => {
    for (const type of ["incident", "question"])
      for (const topic of reportTopics)
        for (const ownership of ownerships)
          for (const secret of secrets)
            for (const device of ["other", "unknown", "DMPT2K9XQ1GC"]) {
              const typed = { type, topic, ownership, secret, device, serial: "dmpz 1111-2222", ...told };
              const answers = given(typed);
              const read = reportFrom(answers);
              const isStuck = topic !== "other" && ownership === "none" && stepsOf(answers).includes("scope");
              if (outsideOf(answers)) expect(read).toEqual({ ok: false, step: "outside" });
              else if (isStuck && !answers.secret) expect(read).toEqual({ ok: false, step: "scope" });
              else expect(read.ok, JSON.stringify(typed)).toBe(true);
            }
  });

  it("sends no private device: each ownership but the municipality's is answered instead", () => {
    for (const ownership of deviceOwnerships) {
      const isOutside = outsideOf(given({ topic: "wifi", ownership })) !== null;
      expect(isOutside).toBe(ownership !== "municipal");
    }
  });
});

describe("what is wrong", () => {
  it.each([
    ["topic", {}, ["topic"]],
    ["scope", { topic: "ipad" }, ["ownership"]],
    ["scope", { topic: "account" }, ["secret"]],
    ["device", { topic: "lost" }, ["device"]],
    ["device", { topic: "lost", device: "other", serial: "kort" }, ["serial"]],
    ["device", { topic: "lost", device: "unknown", serial: "kort" }, []],
    ["fault", { topic: "ipad", ownership: "municipal" }, ["text", "affected", "work"]],
    ["fault", { topic: "ipad", ownership: "municipal", type: "question" }, ["text"]],
    ["fault", { topic: "lost" }, ["text"]],
    ["fault", { topic: "ipad", ownership: "municipal", ...told, work: "kanske" }, ["work"]],
    ["fault", { topic: "ipad", ownership: "municipal", ...told }, []],
  ] as const)("at %s with %o", (step, typed, paths) => {
    const faults = faultsIn(step, given(typed));
    expect(faults.map(({ path }) => path)).toEqual(paths);
    for (const { key } of faults) expect(isMessageKey(key), key).toBe(true);
  });

  it("leads back to the first question that lacks an answer", () => {
    for (const step of stepNames.slice(1)) {
      const typed = { topic: "ipad", ownership: "municipal", device: "unknown", ...told };
      const without = { scope: ["ownership"], device: ["device"], fault: ["text"] }[step as "scope"] ?? [];
      const left = Object.fromEntries(Object.entries(typed).filter(([name]) => !without.includes(name)));
      expect(reportFrom(given(left))).toEqual({ ok: false, step });
    }
  });
});

describe("the device", () => {
  it.each([
    [{ device: "DMPT2K9XQ1GC" }, "DMPT2K9XQ1GC"],
    [{ device: "other", serial: "dmpt 2k9x-q1gc" }, "DMPT2K9XQ1GC"],
    [{ device: "unknown", serial: "DMPT2K9XQ1GC" }, null],
    [{ device: "' or 1=1" }, null],
  ])("%o is %s", (typed, serial) => {
    expect(deviceOf(given({ topic: "lost", ...typed }))).toBe(serial);
  });
});

it("asks how many and whether one can work of faults alone, and not of a lost device", () => {
  const asks = (typed: Record<string, string>) => asksLevels(given(typed));
  expect([asks({ topic: "wifi" }), asks({ topic: "lost" }), asks({ topic: "wifi", type: "question" })]).toEqual([
    true,
    false,
    false,
  ]);
});
