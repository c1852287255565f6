import { connect, type Socket } from "node:net";
import { env } from "@/lib/base/env";
import { Unavailable } from "@/lib/base/errors";

/** `finding`: the scanner's own name for what it found. */
export type Verdict = { isClean: true } | { isClean: false; finding: string };

const [patienceMs, chunkBytes] = [30_000, 65_536];

export const hasScanner = (): boolean => env().CLAMD !== undefined;

/**
 * Asks clamd (setting CLAMD) about a file, by INSTREAM of its protocol: each piece after its length in four bytes, the last of length
 * zero. Unavailable whenever it has not said that the file is clean or what is in it.
 */
export async function scan(content: Buffer): Promise<Verdict> {
  const answer = await ask(content);
  if (/^stream: OK$/.test(answer)) return { isClean: true };
  const finding = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (finding === undefined) throw new Unavailable(`clamd: ${answer.slice(0, 200) || "no answer"}`);
  return { isClean: false, finding };
}

function ask(content: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(placeOf(env().CLAMD ?? ""));
    const fail = (why: string) => {
      socket.destroy();
      reject(new Unavailable(`clamd: ${why}`));
    };
    let answer = "";
    socket.setTimeout(patienceMs, () => fail("no answer in time"));
    socket.once("error", (fault) => fail(fault.message));
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
    });
    socket.once("close", () => resolve(answer.replace(/[\0\n]+$/, "")));
    socket.once("connect", () => send(socket, content));
  });
}

function send(socket: Socket, content: Buffer): void {
  socket.write("zINSTREAM\0");
  for (let at = 0; at < content.length; at += chunkBytes) {
    const piece = content.subarray(at, at + chunkBytes);
    socket.write(lengthOf(piece.length));
    socket.write(piece);
  }
  socket.write(lengthOf(0));
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

/** "host:port", "[::1]:port" or the path of a socket. */
function placeOf(setting: string): { path: string } | { host: string; port: number } {
  if (setting.startsWith("/")) return { path: setting };
  const colon = setting.lastIndexOf(":");
  return { host: setting.slice(0, colon).replace(/^\[|\]$/g, ""), port: Number(setting.slice(colon + 1)) };
}
