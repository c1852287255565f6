import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { chromiumAt } from "./chromium";
import { type PortalName, portalNameOf, portalOf, portals } from "./portals";

process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), "serviceportalen-e2e-"));

/** Quiet, offline and without a sandbox of its own, as a container needs it. */
const args = [
  ...["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

const looks = /(accessibility|weight)\.spec\.ts$/;
const inEnglish = /, en$/;

/** English waits for the journeys to leave a worker free; by then the states that it looks at have been made. */
const projects = [
  { name: "journeys", testMatch: /(journeys\/.*|security)\.spec\.ts$/ },
  { name: "states", testMatch: looks, grepInvert: inEnglish },
  { name: "states-in-english", testMatch: looks, grep: inEnglish, dependencies: ["journeys"] },
];

/** The built portal, with the demo and a clock that stands in December. */
function serverOf(name: PortalName) {
  const { url, port, dataDir } = portalOf(name);
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
  workers: portals.length,
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
  projects: projects.map((project) => ({
    ...{ ...project, workers: 1, use: { baseURL: portalOf(portalNameOf(project.name)).url } },
  })),
  ...(process.env.PORTAL_URL ? {} : { webServer: portals.map(serverOf) }),
});
