/** `image`: made anew · `packed`: an office document, a zip inside · `text`: known by its name among texts · `kept`: as it is. */
export type FileKind = { type: string; endings: readonly string[]; way: "image" | "packed" | "text" | "kept" };

const office = "application/vnd.openxmlformats-officedocument";
const open = "application/vnd.oasis.opendocument";

/**
 * What may be attached. Not archives (nobody sees what is in them, and a scanner only so deep), not documents with macros, not the
 * old office formats (macros again), and nothing a browser runs: HTML, SVG, XML, scripts, programs.
 */
const fileKinds: readonly FileKind[] = [
  { type: "image/jpeg", endings: ["jpg", "jpeg", "jfif"], way: "image" },
  { type: "image/png", endings: ["png"], way: "image" },
  { type: "image/gif", endings: ["gif"], way: "image" },
  { type: "image/webp", endings: ["webp"], way: "image" },
  // The decoder for HEVC is not free, so a phone's HEIC stays as it came; browsers on the phone send JPEG where they are asked to.
  { type: "image/heic", endings: ["heic", "heif"], way: "kept" },
  { type: "application/pdf", endings: ["pdf"], way: "kept" },
  { type: `${office}.wordprocessingml.document`, endings: ["docx"], way: "packed" },
  { type: `${office}.spreadsheetml.sheet`, endings: ["xlsx"], way: "packed" },
  { type: `${office}.presentationml.presentation`, endings: ["pptx"], way: "packed" },
  { type: `${open}.text`, endings: ["odt"], way: "packed" },
  { type: `${open}.spreadsheet`, endings: ["ods"], way: "packed" },
  { type: `${open}.presentation`, endings: ["odp"], way: "packed" },
  { type: "text/plain", endings: ["txt", "log", "md", "json"], way: "text" },
  { type: "text/csv", endings: ["csv"], way: "text" },
  { type: "text/calendar", endings: ["ics"], way: "text" },
  { type: "message/rfc822", endings: ["eml"], way: "text" },
];

/** Other names that file-type gives to the same. */
const sameAs: Record<string, string> = { "image/heif": "image/heic", "image/heic-sequence": "image/heic" };

export const kindOfType = (type: string): FileKind | undefined =>
  fileKinds.find((kind) => kind.type === (sameAs[type] ?? type));

export const kindOfEnding = (ending: string): FileKind | undefined =>
  fileKinds.find(({ endings }) => endings.includes(ending));

/** For a file field: with JPEG in it and HEIC not, a phone sends JPEG. */
export const acceptedFiles = fileKinds
  .filter(({ type }) => type !== "image/heic")
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(",");
