import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

export type Tally = { passed: number; failed: number; skipped: number };

const bin = (name: string) => join("node_modules", ".bin", name);

/** Runs a tool with its output on the screen; true when it ended well. */
export function run(command: string, args: string[], environment: Record<string, string> = {}): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, ...environment } });
    child.once("error", () => done(false));
    child.once("exit", (code) => done(code === 0));
  });
}

/** Lint, types, layout and dead code: each is one check. */
export async function staticChecks(): Promise<Tally> {
  const checks: [string, string[]][] = [
    ["biome", ["check", "--error-on-warnings", "--diagnostic-level=warn", "."]],
    ["tsc", ["--noEmit", "-p", "."]],
    ["depcruise", ["--config", ".dependency-cruiser.mjs", "app", "lib", "db", "e2e"]],
    ["knip", []],
  ];
  const tally = { passed: 0, failed: 0, skipped: 0 };
  for (const [tool, args] of checks) {
    process.stdout.write(`\n— ${tool}\n`);
    if (await run(bin(tool), args)) tally.passed++;
    else tally.failed++;
  }
  return tally;
}

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  success: boolean;
};

/** Unit and integration tests; `paths` narrows. A run that fails without a failing test counts as one failure. */
export async function unitTests(paths: string[] = [], exclude: string[] = []): Promise<Tally> {
  const report = join("node_modules", ".cache", "vitest-report.json");
  rmSync(report, { force: true });
  process.stdout.write("\n— vitest\n");
  const excluded = exclude.flatMap((pattern) => ["--exclude", pattern]);
  const args = [
    "run",
    "--config",
    "lib/vitest.config.ts",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const isGood = await run(bin("vitest"), [...args, ...excluded, ...paths]);
  const counted = readJson<VitestReport>(report);
  const failed = counted?.numFailedTests ?? 0;
  return {
    passed: counted?.numPassedTests ?? 0,
    failed: isGood ? failed : Math.max(failed, 1),
    skipped: (counted?.numPendingTests ?? 0) + (counted?.numTodoTests ?? 0),
  };
}

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

/** The journeys, in a real browser against the built portal. */
export async function browserTests(): Promise<Tally> {
  const report = join("e2e", ".results", "report.json");
  rmSync(report, { force: true });
  process.stdout.write("\n— playwright\n");
  const isGood = await run(bin("playwright"), ["test", "--config", "e2e/playwright.config.ts"]);
  const stats = readJson<PlaywrightReport>(report)?.stats;
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
  return { passed: stats?.expected ?? 0, failed: isGood ? failed : Math.max(failed, 1), skipped: stats?.skipped ?? 0 };
}

export function sum(tallies: Tally[]): Tally {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const tally of tallies) {
    total.passed += tally.passed;
    total.failed += tally.failed;
    total.skipped += tally.skipped;
  }
  return total;
}

/** The closing line, alone; the exit code says the same. */
export function close(total: Tally): never {
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
  process.exit(total.failed === 0 ? 0 : 1);
}

function readJson<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return null;
  }
}
