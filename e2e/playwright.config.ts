import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { chromiumAt } from "./chromium";
import { type Project, portalOf, projects } from "./portals";

process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), "serviceportalen-e2e-"));

/** Quiet, offline and without a sandbox of its own, as a container needs it. */
const args = [
  ...["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

const testMatch: Record<Project, RegExp> = {
  journeys: /(journeys\/.*|security)\.spec\.ts$/,
  states: /(accessibility|weight)\.spec\.ts$/,
};

/** The built portal, with the demo and a clock that stands in December. */
function serverOf(project: Project) {
  const { url, port, dataDir } = portalOf(project);
  const settings = { PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: "", DEMO: "1", LOG_LEVEL: "warn" };
  return {
    command: "node --import tsx lib/commands/start.ts",
    cwd: "..",
    url: `${url}/api/health/ready`,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 10_000 },
    stdout: "ignore" as const,
    env: { ...settings, CLOCK: "2026-12-07T09:00:00+01:00" },
  };
}

export default defineConfig({
  testDir: ".",
  outputDir: ".results/output",
  // What shares a portal goes one after the other: its clock is moved, always forward.
  workers: projects.length,
  fullyParallel: false,
  retries: 0,
  timeout: 180_000,
  // A busy machine that compiles as it goes is given more.
  expect: { timeout: Number(process.env.E2E_EXPECT_MS ?? 30_000) },
  reporter: [["list"], ["json", { outputFile: ".results/report.json" }]],
  use: {
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
    // A recording costs more than what it records: E2E_TRACE=1 where a failure is not understood from its message.
    trace: process.env.E2E_TRACE === "1" ? "retain-on-failure" : "off",
    launchOptions: { executablePath: chromiumAt(), args },
  },
  projects: projects.map((name) => ({
    ...{ name, testMatch: testMatch[name], workers: 1, use: { baseURL: portalOf(name).url } },
  })),
  ...(process.env.PORTAL_URL ? {} : { webServer: projects.map(serverOf) }),
});
