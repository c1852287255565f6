import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@/lib/base/env";
import { NotFound } from "@/lib/base/errors";
import { type ReadLetter, readLetter } from "./read-letter";

export type DiskLetter = ReadLetter & { number: string };

const folder = () => join(env().DATA_DIR, "mail");

/** The letters that a demo has written to disk, the latest first. NotFound without DEMO=1. */
export async function listLettersOnDisk(): Promise<DiskLetter[]> {
  if (!env().DEMO) throw new NotFound();
  const numbers = (await namesIn(folder())).flatMap((name) => /^(\d+)\.eml$/.exec(name)?.[1] ?? []);
  const latest = numbers.sort((a, b) => Number(b) - Number(a)).slice(0, 500);
  return Promise.all(latest.map(read));
}

/** NotFound without DEMO=1, and for a letter that is not there. */
export async function getLetterOnDisk(number: string): Promise<DiskLetter> {
  if (!env().DEMO || !/^\d{1,9}$/.test(number)) throw new NotFound();
  if (!(await namesIn(folder())).includes(`${number}.eml`)) throw new NotFound();
  return read(number);
}

async function read(number: string): Promise<DiskLetter> {
  return { number, ...readLetter(await readFile(join(folder(), `${number}.eml`), "latin1")) };
}

async function namesIn(dir: string): Promise<string[]> {
  try {
    return await readdir(dir);
  } catch (fault) {
    if ((fault as { code?: string }).code === "ENOENT") return [];
    throw fault;
  }
}
