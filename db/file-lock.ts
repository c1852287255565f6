import { closeSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";

/** Runs `act` while holding `file` against every other process of this machine; a lock left by a dead process is taken over. */
export async function withFileLock<T>(file: string, act: () => Promise<T>): Promise<T> {
  while (!take(file)) {
    if (!isHolderAlive(file)) discard(file);
    else await new Promise((done) => setTimeout(done, 100));
  }
  try {
    return await act();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    const handle = openSync(file, "wx", 0o600);
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw fault;
  }
}

function isHolderAlive(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    if (!pid) return true;
    if (pid === process.pid) return true;
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Renaming is atomic: of several that find the same dead lock, one removes it. One that comes late has moved a living lock, taken
 * meanwhile, and puts it back.
 */
function discard(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (isHolderAlive(aside)) linkSync(aside, file);
    rmSync(aside, { force: true });
  } catch {
    // Another process was first.
  }
}
