export type ReadLetter = { from: string; to: string; subject: string; date: Date | null; text: string };

type Part = { headers: Map<string, string>; body: string };

/**
 * Our own letters read back, for people to see in a demo: headers and the first plain text (RFC 5322, 2045, 2047). Takes the bytes
 * as latin1. Mail from strangers goes through a real parser.
 */
export function readLetter(source: string): ReadLetter {
  const letter = partOf(source);
  const header = (name: string) => decodeWords(letter.headers.get(name) ?? "");
  const sent = Date.parse(header("date"));
  return {
    from: header("from"),
    to: header("to"),
    subject: header("subject"),
    date: Number.isNaN(sent) ? null : new Date(sent),
    text: plainText(letter) ?? "",
  };
}

function partOf(source: string): Part {
  const text = source.replace(/\r\n/g, "\n");
  const end = text.indexOf("\n\n");
  const head = (end < 0 ? text : text.slice(0, end)).replace(/\n[ \t]+/g, " ");
  const headers = new Map<string, string>();
  for (const line of head.split("\n")) {
    const at = line.indexOf(":");
    if (at > 0) headers.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim());
  }
  return { headers, body: end < 0 ? "" : text.slice(end + 2) };
}

function plainText(part: Part): string | undefined {
  const type = part.headers.get("content-type") ?? "text/plain";
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (/^multipart\//i.test(type) && boundary) {
    const parts = `\n${part.body}`.split(`\n--${boundary}`).slice(1, -1);
    return parts.map((each) => plainText(partOf(each.replace(/^[^\n]*\n/, "")))).find((text) => text !== undefined);
  }
  return /^text\/plain/i.test(type) ? decodeBody(part) : undefined;
}

function decodeBody({ headers, body }: Part): string {
  const encoding = headers.get("content-transfer-encoding")?.toLowerCase();
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding === "quoted-printable") return unquote(body.replace(/=\n/g, "")).toString("utf8");
  return Buffer.from(body, "latin1").toString("utf8");
}

/** `=?utf-8?Q?Best=C3=A4llning?=`; white space between two such words is not part of the text. */
function decodeWords(header: string): string {
  return header
    .replace(/(\?=)\s+(=\?)/g, "$1$2")
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, encoding: string, text: string) =>
      (encoding.toLowerCase() === "b" ? Buffer.from(text, "base64") : unquote(text.replace(/_/g, " "))).toString(
        "latin1",
      ),
    )
    .replace(/[\s\S]*/, (bytes) => Buffer.from(bytes, "latin1").toString("utf8"));
}

const unquote = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
