import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { Socket } from "node:net";

/**
 * Loaded before the program that is to be killed. Counts the boundaries at which what this process knows and what the world knows
 * can part: before and after each commit of a transaction that has changed something, each call to the outside, each letter's file; and kills the process
 * with SIGKILL at the number it was told. Reports the count through the channel to its parent.
 */
let at = 0;
let count = 0;

export function crashAt(number: number): void {
  at = number;
}

function boundary(): void {
  count += 1;
  process.send?.({ boundaries: count });
  if (count === at) process.kill(process.pid, "SIGKILL");
}

const begun = new WeakSet<Socket>();
const changed = new WeakSet<Socket>();
const changing = /\binsert into\b|\bdelete from\b|\benqueue\(|(?<!for |for no key )\bupdate\b/i;
const write = Socket.prototype.write;

Socket.prototype.write = function counted(this: Socket, ...given: Parameters<typeof write>) {
  const text = Buffer.isBuffer(given[0]) ? given[0].toString("latin1") : String(given[0]);
  if (/\bbegin\b/i.test(text)) begun.add(this);
  if (begun.has(this) && changing.test(text)) changed.add(this);
  const isEnd = /\b(commit|rollback)\b/i.test(text);
  const isCommit = isEnd && changed.has(this);
  const isCall = /^(GET|POST|PUT|PATCH|DELETE) \//.test(text);
  if (isCommit || isCall) {
    boundary();
    this.prependOnceListener("data", boundary);
  }
  if (isEnd) {
    begun.delete(this);
    changed.delete(this);
  }
  return write.apply(this, given);
} as typeof write;

const { link } = fs.promises;
fs.promises.link = async (...given) => {
  boundary();
  await link(...given);
  boundary();
};
syncBuiltinESMExports();
