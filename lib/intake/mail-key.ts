import { createHash } from "node:crypto";

const headBytes = 256 * 1024;

/**
 * What a mail is known again by: its Message-ID; without one its sender, day, subject and body. Headers that each delivery writes anew do not
 * count, nor does how lines end. Reads the head alone, so that nothing in a mail can keep it from being stored.
 */
export function mailKey(raw: Buffer): { key: string; bodyHash: string } {
  const text = raw.toString("latin1").replace(/\r\n?/g, "\n");
  const end = text.indexOf("\n\n");
  const head = (end === -1 ? text : text.slice(0, end)).slice(0, headBytes).replace(/\n[ \t]+/g, " ");
  const bodyHash = sha256((end === -1 ? "" : text.slice(end)).trim());
  const id = /^message-id:[ \t]*(<[^<>\s]{1,990}>)/im.exec(head)?.[1];
  if (id) return { key: id, bodyHash };
  const said = ["from", "date", "subject"].map((name) => new RegExp(`^${name}:.*$`, "im").exec(head)?.[0] ?? "");
  return { key: `sha256:${sha256([...said, bodyHash].join("\n"))}`, bodyHash };
}

const sha256 = (text: string): string => createHash("sha256").update(text, "latin1").digest("hex");
