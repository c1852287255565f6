import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Makes sure that Debian packages a test server needs are installed: installs the missing ones when the test runs as
 * root, otherwise fails with the command that whoever reads the failure has to run.
 */
export async function ensureDebianPackages(packages: readonly string[]): Promise<void> {
  const missing = await missingPackages(packages);
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(" ")}`;
  if (process.getuid?.() !== 0) throw new Error(`This test needs ${missing.join(", ")}. Run: sudo ${command}`);
  await aptGet(["update"]);
  await aptGet(["install", "-y", "--no-install-recommends", ...missing]);
  const stillMissing = await missingPackages(packages);
  if (stillMissing.length > 0) throw new Error(`apt-get did not install ${stillMissing.join(", ")}. Run: ${command}`);
}

async function missingPackages(packages: readonly string[]): Promise<string[]> {
  const states = await Promise.all(packages.map(isInstalled));
  return packages.filter((_, index) => !states[index]);
}

async function isInstalled(name: string): Promise<boolean> {
  const answer = await run("dpkg-query", ["--status", name]).catch(() => ({ stdout: "" }));
  return answer.stdout.includes("Status: install ok installed");
}

/** Another test process may hold the package lock, so apt waits for it. */
async function aptGet(words: string[]): Promise<void> {
  await run("apt-get", ["-o", "DPkg::Lock::Timeout=300", "-q", ...words], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    maxBuffer: 64 * 1024 * 1024,
  });
}
