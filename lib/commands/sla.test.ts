import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const command = fileURLToPath(new URL("./sla.ts", import.meta.url));

function run(input: string) {
  return spawnSync(process.execPath, ["--import", "tsx", command], { input, encoding: "utf8" });
}

const calendar = { timeZone: "Europe/Stockholm", hours: { mon: [["07:00", "17:00"]] } };
const start = "2026-12-14T09:00:00+01:00";

describe("npm run sla", () => {
  it("prints the results alone", () => {
    const { status, stdout, stderr } = run(JSON.stringify({ calendar, cases: [{ start, workingMinutes: 60 }] }));
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({ results: [{ dueAt: "2026-12-14T10:00:00+01:00" }] });
  });

  it.each([
    [
      "cases[1].start: There is no such instant",
      JSON.stringify({
        calendar,
        cases: [
          { start, workingDays: 1 },
          { start: "soon", workingDays: 1 },
        ],
      }),
    ],
    ["The input is not JSON", "{\n\nnope"],
  ])("refuses with code 2 and one sentence: %s", (beginning, input) => {
    const { status, stdout, stderr } = run(input);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^[^\n]+\.\n$/);
    expect(stderr.startsWith(beginning)).toBe(true);
  });
});
