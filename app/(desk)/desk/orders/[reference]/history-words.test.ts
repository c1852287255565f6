import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { actInWords } from "../../tickets/[reference]/act-words";
import { historyInWords } from "./history-words";

const sv = {
  now: new Date("2026-12-14T09:00:00Z"),
  language: "sv",
  organisation: { timeZone: "Europe/Stockholm" },
} as const;

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

it("has words for every event that orders, tickets, their mail and the desk record", () => {
  const rooms = ["lib/orders", "lib/tickets", "lib/intake", "lib/desk"];
  const files = rooms.flatMap((room) => readdirSync(room).map((file) => `${room}/${file}`));
  const source = files.filter((file) => !file.endsWith(".test.ts")).map((file) => readFileSync(file, "utf8"));
  const calls = source.flatMap((text) => [
    ...text.matchAll(/record\(\s*ctx,\s*tx,\s*"([a-zA-Z_.]+)",\s*\{ kind: "(?:order|ticket)"/g),
  ]);
  const recorded = new Set(calls.map(([, event = ""]) => event));
  expect(recorded.size).toBeGreaterThan(8);
  for (const event of recorded) {
    expect(historyInWords({ event, detail: {} }, sv).what).not.toContain(event);
    // On a ticket's page a comment is itself, not an act.
    if (!/^orders\.|^tickets\.commented$/.test(event))
      expect(actInWords({ event, detail: {} }, sv).what).not.toContain(event);
  }
});
