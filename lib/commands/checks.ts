import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";

/** `red`: what failed, by name, so that the end of a long log says it. */
export type Tally = { passed: number; failed: number; skipped: number; red: string[] };

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
  const red: string[] = [];
  for (const [tool, args] of checks) {
    process.stdout.write(`\n— ${tool}\n`);
    if (!(await run(bin(tool), args))) red.push(tool);
  }
  return { passed: checks.length - red.length, failed: red.length, skipped: 0, red };
}

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; assertionResults: { status: string; fullName: string }[] }[];
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
    red: (counted?.testResults ?? []).flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === "failed")
        .map(({ fullName }) => `${relative(".", name)}: ${fullName}`),
    ),
  };
}

type PlaywrightSuite = { file: string; suites?: PlaywrightSuite[]; specs?: { title: string; ok: boolean }[] };
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites: PlaywrightSuite[];
};

/** The journeys, in a real browser against the built portal. */
export async function browserTests(): Promise<Tally> {
  const report = join("e2e", ".results", "report.json");
  rmSync(report, { force: true });
  process.stdout.write("\n— playwright\n");
  const isGood = await run(bin("playwright"), ["test", "--config", "e2e/playwright.config.ts"]);
  const { stats, suites = [] } = readJson<PlaywrightReport>(report) ?? {};
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
  const counted = { passed: stats?.expected ?? 0, skipped: stats?.skipped ?? 0, red: suites.flatMap(redIn) };
  return { ...counted, failed: isGood ? failed : Math.max(failed, 1) };
}

const redIn = ({ file, suites = [], specs = [] }: PlaywrightSuite): string[] => [
  ...specs.filter(({ ok }) => !ok).map(({ title }) => `${file}: ${title}`),
  ...suites.flatMap(redIn),
];

export function sum(tallies: Tally[]): Tally {
  const total: Tally = { passed: 0, failed: 0, skipped: 0, red: [] };
  for (const tally of tallies) {
    total.passed += tally.passed;
    total.failed += tally.failed;
    total.skipped += tally.skipped;
    total.red.push(...tally.red);
  }
  return total;
}

/** What is red by name, then the closing line, alone; the exit code says the same. */
export function close(total: Tally): never {
  for (const name of total.red) process.stdout.write(`\nred: ${name}`);
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
