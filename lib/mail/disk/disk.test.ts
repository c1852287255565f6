import { fork } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { mailer } from "../index";

const from = "servicedesk@aminne.example";
const letter = (id: string) => ({ id, to: "asa@aminne.example", subject: id, text: "Hej" });
let dir: string;
const onDisk = () => mailer(null, { allowed: [], from, diskDir: dir });
const numbered = async () => (await readdir(dir)).filter((name) => name.endsWith(".eml"));

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "mail-disk-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

it("numbers letters 1, 2, 3 …, and goes on after the highest", async () => {
  for (const id of ["a", "b"]) await onDisk().send(letter(id));
  await writeFile(join(dir, "41.eml"), "");
  await onDisk().send(letter("c"));
  expect((await numbered()).sort()).toEqual(["1.eml", "2.eml", "41.eml", "42.eml"]);
  expect(await readFile(join(dir, "42.eml"), "utf8")).toContain("Subject: c\r\n");
});

it("writes a letter once, however often it is sent", async () => {
  for (const id of ["a", "a", "b", "a"]) await onDisk().send(letter(id));
  expect((await numbered()).sort()).toEqual(["1.eml", "2.eml"]);
});

it("finishes a letter that was left without a number", async () => {
  await onDisk().send(letter("a"));
  await rm(join(dir, "1.eml"));
  await onDisk().send(letter("a"));
  expect(await numbered()).toEqual(["1.eml"]);
});

it("gives no number twice to several processes, and shows no half letter", async () => {
  const program = join(dir, "writer.mts");
  const index = fileURLToPath(new URL("../index.ts", import.meta.url));
  await writeFile(
    program,
    `import { mailer } from ${JSON.stringify(index)};
     const [, , dir, who] = process.argv;
     const send = mailer(null, { allowed: [], from: ${JSON.stringify(from)}, diskDir: dir }).send;
     await Promise.all(Array.from({ length: 20 }, (_, n) => send({ id: who + "-" + n, to: "a@b.example", subject: who + "-" + n, text: "x".repeat(20000) })));`,
  );
  const ended = ["p", "q", "r"].map(
    (who) =>
      new Promise((resolve) => {
        const cwd = fileURLToPath(new URL("../../..", import.meta.url));
        fork(program, [dir, who], { execArgv: ["--import", "tsx"], cwd }).once("exit", resolve);
      }),
  );
  expect(await Promise.all(ended)).toEqual([0, 0, 0]);
  const names = await numbered();
  expect(names.map((name) => Number.parseInt(name, 10)).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 60 }, (_, n) => n + 1),
  );
  const subjects = await Promise.all(
    names.map(async (name) => /^Subject: (.*)\r$/m.exec(await readFile(join(dir, name), "utf8"))?.[1]),
  );
  expect(new Set(subjects).size).toBe(60);
});

it("says so when it cannot write", async () => {
  await writeFile(join(dir, "file"), "");
  const blocked = mailer(null, { allowed: [], from, diskDir: join(dir, "file") });
  await expect(blocked.send(letter("a"))).rejects.toMatchObject({ name: "Unavailable", retry: true });
  expect(await blocked.check()).toMatchObject([{ check: "disk", ok: false }]);
});
