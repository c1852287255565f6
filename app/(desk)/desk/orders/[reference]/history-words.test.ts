import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { historyInWords } from "./history-words";

const sv = { language: "sv" } as const;

it.each([
  ["orders.serial_number", { serialNumber: "DMPXK1ABCD12" }, "Serienumret DMPXK1ABCD12 registrerades"],
  ["orders.task", { kind: "find_in_mdm", status: "failed" }, "Hitta enheten i MDM: Misslyckades"],
  ["tickets.paused", { waitingFor: "supplier", reason: "Slut i lager" }, "Pausad, väntar på leverantören"],
  ["tickets.commented", { visibility: "internal" }, "Intern anteckning"],
  ["orders.handed_over", { receivedBy: "Maja Lind" }, "Utlämnad till Maja Lind"],
] as const)("says %s", (event, detail, words) => {
  expect(historyInWords({ event, detail }, sv).what).toBe(words);
});

it("keeps the reason", () => {
  expect(historyInWords({ event: "orders.cancelled", detail: { reason: "Behövs inte" } }, sv).reason).toBe(
    "Behövs inte",
  );
});

it("has words for every event that orders and tickets record", () => {
  const rooms = ["lib/orders", "lib/tickets"];
  const files = rooms.flatMap((room) => readdirSync(room).map((file) => `${room}/${file}`));
  const source = files.filter((file) => !file.endsWith(".test.ts")).map((file) => readFileSync(file, "utf8"));
  const calls = source.flatMap((text) => [...text.matchAll(/record\(\s*ctx,\s*tx,\s*"([a-z_.]+)"/g)]);
  const recorded = new Set(calls.map(([, event = ""]) => event));
  expect(recorded.size).toBeGreaterThan(8);
  for (const event of recorded) expect(historyInWords({ event, detail: {} }, sv).what).not.toContain(event);
});
