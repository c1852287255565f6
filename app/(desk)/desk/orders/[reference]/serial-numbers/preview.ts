import { routes } from "@/lib/base/routes";
import { type ListedNumber, readSerialNumberList } from "@/lib/orders/serial-number-list";

/** A supplier's list is a few kilobytes; an order holds fifty iPads at most. */
const mostBytes = 100_000;
const mostNumbers = 60;

export const uploadFaults = ["nothing", "tooLarge", "notText"] as const;
export type UploadFault = (typeof uploadFaults)[number];

/** The file's text; absent is empty. Bytes that are no text are refused rather than guessed at. */
export async function textOfUpload(file: unknown): Promise<{ text: string } | { fault: UploadFault }> {
  if (!(file instanceof File) || file.size === 0) return { text: "" };
  if (file.size > mostBytes) return { fault: "tooLarge" };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.includes(0)) return { fault: "notText" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes) }; // What Excel in Swedish writes.
  }
}

/** Where what was read is shown. The address holds the numbers, so that reviewing changes nothing and may be reloaded. */
export function previewHref(reference: string, listed: readonly ListedNumber[]): string {
  const page = routes.deskSerialNumbers(reference);
  if (listed.length === 0) return `${page}?fault=nothing`;
  const numbers = listed.slice(0, mostNumbers).map((each) => (each.serialNumber ?? each.typed).slice(0, 40));
  return `${page}?numbers=${encodeURIComponent(numbers.join("\n"))}`;
}

export type PreviewRow<Line> = {
  number: string;
  verdict: "good" | "bad" | "twice" | "surplus";
  line: Line | null;
};

/** Each number with the line it goes to, in their order, or why it goes to none. */
export function previewOf<Line>(numbers: string, openLines: readonly Line[]): PreviewRow<Line>[] {
  const seen = new Set<string>();
  let taken = 0;
  return readSerialNumberList(numbers).map(({ typed, serialNumber }) => {
    if (serialNumber === null) return { number: typed, verdict: "bad", line: null };
    if (seen.has(serialNumber)) return { number: serialNumber, verdict: "twice", line: null };
    seen.add(serialNumber);
    const line = openLines[taken];
    if (!line) return { number: serialNumber, verdict: "surplus", line: null };
    taken += 1;
    return { number: serialNumber, verdict: "good", line };
  });
}
