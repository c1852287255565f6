import { type ChildProcess, spawn } from "node:child_process";

export type Half = { name: string; stop: () => Promise<void> };

const graceMs = 9000;

/**
 * Runs one half of the portal as a process of its own and starts it again when it dies. It ends when told to, and by itself when this
 * process is gone (the channel between them closes). A half that refuses its settings (exit code 2) ends everything.
 */
export function runHalf(file: string, environment: Record<string, string>, refused: () => void): Half {
  let isStopping = false;
  let child: ChildProcess;
  const begin = () => {
    child = spawn(process.execPath, ["--import", "tsx", file], {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    child.once("exit", (code) => {
      if (isStopping) return;
      if (code === 2) refused();
      else setTimeout(() => !isStopping && begin(), 500);
    });
  };
  begin();
  const stop = () =>
    new Promise<void>((done) => {
      isStopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return done();
      child.once("exit", () => done());
      child.kill("SIGTERM");
      setTimeout(() => child.kill("SIGKILL"), graceMs).unref();
    });
  return { name: file, stop };
}

/** Calls `stop` once: at SIGTERM or SIGINT, and when the process that started this one is gone. Then exits. */
export function whenAskedToStop(stop: () => Promise<void>): (code: number) => void {
  let isEnding = false;
  const end = (code: number) => {
    if (isEnding) return;
    isEnding = true;
    stop().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", () => end(0));
  process.on("SIGINT", () => end(0));
  process.on("disconnect", () => end(0));
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(0), 1000).unref();
  return end;
}
