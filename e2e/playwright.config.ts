import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { chromiumAt } from "./chromium";

const port = Number(process.env.E2E_PORT ?? 3210);
const baseURL = process.env.PORTAL_URL || `http://127.0.0.1:${port}`;
process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), "serviceportalen-e2e-"));

/** Quiet, offline and without a sandbox of its own, as a container needs it. */
const args = [
  ...["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

export default defineConfig({
  testDir: ".",
  testMatch: /.*\.spec\.ts$/,
  outputDir: ".results/output",
  // The journeys share one portal whose clock they move: one after the other, always forward.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 60_000,
  // A busy machine that compiles as it goes is given more.
  expect: { timeout: Number(process.env.E2E_EXPECT_MS ?? 15_000) },
  reporter: [["list"], ["json", { outputFile: ".results/report.json" }]],
  use: {
    baseURL,
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
    trace: "retain-on-failure",
    launchOptions: { executablePath: chromiumAt(), args },
  },
  ...(process.env.PORTAL_URL
    ? {}
    : {
        webServer: {
          command: "node --import tsx lib/commands/start.ts",
          cwd: "..",
          url: `${baseURL}/api/health/ready`,
          timeout: 300_000,
          gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
          stdout: "ignore",
          env: {
            PORT: String(port),
            DATA_DIR: process.env.E2E_DATA_DIR,
            CLOCK: "2026-12-07T09:00:00+01:00",
            LOG_LEVEL: "warn",
            DATABASE_URL: "",
            DEMO: "1",
          },
        },
      }),
});
