import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withFileLock } from "@/db/file-lock";

const sources = ["app", "lib", "db", "package-lock.json", "next.config.mjs", "postcss.config.mjs", "tsconfig.json"];
const mark = join(".next", "built-from");

/** Builds the pages if their sources changed since they were last built; of two starts at once, one builds. */
export async function buildIfChanged(): Promise<void> {
  mkdirSync(".next", { recursive: true });
  await withFileLock(join(".next", "build.lock"), async () => {
    const state = stateOfSources();
    if (existsSync(mark) && readFileSync(mark, "utf8") === state) return;
    rmSync(mark, { force: true });
    process.stdout.write("Building the pages, which takes a minute the first time …\n");
    await nextBuild();
    writeFileSync(mark, state);
  });
}

function stateOfSources(): string {
  const hash = createHash("sha256");
  for (const source of sources) {
    const files = source.includes(".") ? [source] : filesIn(source);
    for (const file of files) hash.update(`${file}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes(".test."))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function nextBuild(): Promise<void> {
  return new Promise((done, failed) => {
    const next = join("node_modules", "next", "dist", "bin", "next");
    const environment = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
    const child = spawn(process.execPath, [next, "build"], { env: environment, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        said += chunk;
      });
    }
    child.once("error", failed);
    child.once("exit", (code) => (code === 0 ? done() : failed(new Error(`the pages could not be built:\n${said}`))));
  });
}
