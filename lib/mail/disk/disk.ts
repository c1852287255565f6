import { access, constants, link, mkdir, open, readdir, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { Unavailable } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { compose } from "../compose";
import type { Mailbox } from "../mailbox";
import type { Letter, Mailer } from "../port";

/**
 * Letters as files: `<dir>/<n>.eml`, n = 1, 2, 3 …, each there whole or not at all, also with several processes. A letter that is sent again
 * after a crash is not written twice: under `.letters` lies the same file by the letter's id, and a second name tells that it was numbered.
 */
export function diskMailer(dir: string, from: Mailbox): Mailer {
  return {
    server: "disk",
    send: (letter) => onDisk(() => write(dir, letter, from)),
    check: async () => {
      try {
        await mkdir(dir, { recursive: true });
        await access(dir, constants.W_OK);
        return [{ check: "disk", ok: true, detail: dir }];
      } catch (error) {
        return [{ check: "disk", ok: false, detail: reasonOf(error) }];
      }
    },
  };
}

async function write(dir: string, letter: Letter, from: Mailbox): Promise<{ messageId: string }> {
  const message = compose(letter, from);
  const byId = join(dir, ".letters", `${letter.id}.eml`);
  await mkdir(join(dir, ".letters"), { recursive: true });
  if (!(await isNumbered(byId))) {
    await writeWhole(byId, await rendered(message));
    await numberIt(dir, byId);
  }
  return { messageId: message.messageId };
}

async function rendered(message: ReturnType<typeof compose>): Promise<Buffer> {
  const { message: bytes } = await createTransport({
    streamTransport: true,
    buffer: true,
    newline: "windows",
  }).sendMail(message);
  if (!Buffer.isBuffer(bytes)) throw new Unavailable("the letter could not be written out", false, "mail.refused");
  return bytes;
}

async function isNumbered(byId: string): Promise<boolean> {
  try {
    return (await stat(byId)).nlink > 1;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  }
}

async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const next = `${file}.${newId()}`;
  const handle = await open(next, "wx", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(next, file);
}

/** `link` fails when the name exists, so no number is ever given twice. */
async function numberIt(dir: string, byId: string): Promise<void> {
  const taken = (await readdir(dir)).map((name) => Number(/^(\d+)\.eml$/.exec(name)?.[1] ?? 0));
  for (let n = Math.max(0, ...taken) + 1; ; n += 1) {
    try {
      return await link(byId, join(dir, `${n}.eml`));
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
    }
  }
}

async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    throw new Unavailable(`the letter could not be written: ${reasonOf(error)}`, true, "mail.unreachable");
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "");
const reasonOf = (error: unknown): string => codeOf(error) || (error instanceof Error ? error.message : "");
