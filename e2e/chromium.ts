import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/** The shell first: the same engine without the browser's own windows, which cost half the time. */
const places = [
  ...["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser"],
  ...["/usr/bin/google-chrome", "/snap/bin/chromium"],
];

/**
 * A Chromium to drive: CHROMIUM_PATH, one that is installed, Playwright's own; else it is installed, by the system's packages for
 * root and by Playwright for others. Throws with what to do when neither works.
 */
export function chromiumAt(): string {
  const found = [process.env.CHROMIUM_PATH, ...places, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );
  if (found) return found;
  install();
  const installed = [...places, chromium.executablePath()].find((path) => existsSync(path));
  if (!installed) throw new Error("No Chromium was found or could be installed: set CHROMIUM_PATH to one");
  return installed;
}

function install(): void {
  const isRoot = process.getuid?.() === 0;
  const options = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
  try {
    if (!isRoot) throw new Error("only root installs the system's packages");
    execFileSync("apt-get", ["update", "-q"], options);
    execFileSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium-headless-shell"], options);
  } catch {
    execFileSync("npx", ["playwright", "install", "chromium"], options);
  }
}
