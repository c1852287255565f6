import { Worker } from "node:worker_threads";
import { inflateRawSync } from "node:zlib";
import { limits } from "./limits";
import { type ZipEntry, zipEntries } from "./zip-entries";

const [mostCharacters, patienceMs, partBytes] = [100_000, 20_000, 20 * 1_048_576];

/** What a file says, for search: at most 100,000 characters of it. Null where it says nothing that can be read. */
export async function wordsOf({ type }: { type: string }, content: Buffer): Promise<string | null> {
  // What unfolds without end, or is not what it says, has no words; the file itself stays as it is.
  const words = await readWords(type, content).catch(() => null);
  // PostgreSQL keeps no NUL in a text.
  const kept = words?.slice(0, mostCharacters).toWellFormed().replaceAll("\0", " ").trim();
  return kept || null;
}

async function readWords(type: string, content: Buffer): Promise<string | null> {
  if (type.startsWith("text/") || type === "message/rfc822") return textOf(content);
  if (type === "application/pdf") return pdfWords(content);
  const part = partsWithWords[type.split(".").at(-1) ?? ""];
  return part ? packedWords(content, part) : null;
}

/** Which files inside an office document hold its text, by the last word of its type. */
const partsWithWords: Record<string, RegExp> = {
  document: /^word\/(document|header\d*|footer\d*|footnotes)\.xml$/,
  sheet: /^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/,
  presentation: /^(ppt\/slides\/slide\d+|content)\.xml$/,
  text: /^content\.xml$/,
  spreadsheet: /^content\.xml$/,
};

/** UTF-8, UTF-16 with its mark, or what Windows wrote before. */
function textOf(content: Buffer): string {
  const [first, second] = content;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(content);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(content);
  const text = new TextDecoder("utf-8").decode(content);
  return text.includes("\ufffd") ? new TextDecoder("windows-1252").decode(content) : text;
}

function packedWords(content: Buffer, part: RegExp): string {
  const entries = zipEntries(content, limits.packedEntries) ?? [];
  let words = "";
  for (const entry of entries.filter(({ name }) => part.test(name))) {
    if (words.length > mostCharacters) break;
    words += ` ${unfolded(content, entry)
      .replace(/<\/?(w:p|w:tab|w:br|text:p|a:p|si|t|c|row)\b[^>]*>/g, " ")
      .replace(/<[^>]*>/g, "")}`;
  }
  return words
    .replace(
      /&(amp|lt|gt|quot|apos);/g,
      (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" })[name] ?? "",
    )
    .replace(/\s+/g, " ");
}

/** A part's own content, however large it claims to be: unfolding stops at the limit. */
function unfolded(content: Buffer, { at, method, packed }: ZipEntry): string {
  if (at + 30 > content.length) return "";
  const from = at + 30 + content.readUInt16LE(at + 26) + content.readUInt16LE(at + 28);
  const raw = content.subarray(from, from + packed);
  return method === 0 ? raw.toString("utf8") : inflateRawSync(raw, { maxOutputLength: partBytes }).toString("utf8");
}

/** A PDF is read in a thread of its own with a limit of time and memory: it may be made so that reading it never ends. */
function pdfWords(content: Buffer): Promise<string | null> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL("./read-pdf-thread.ts", import.meta.url), {
      workerData: { content: new Uint8Array(content), most: mostCharacters },
      resourceLimits: { maxOldGenerationSizeMb: 256 },
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => void thread.terminate(), patienceMs);
    let words: string | null = null;
    thread.on("message", (said: string) => {
      words = said;
    });
    thread.on("error", () => {});
    thread.on("exit", () => {
      clearTimeout(timer);
      resolve(words);
    });
  });
}
