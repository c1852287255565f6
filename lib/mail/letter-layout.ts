import type { Language } from "@/db/words";

/** What a letter says. Finished sentences; blank lines within a paragraph are kept. */
export type LetterLayout = {
  language: Language;
  heading: string;
  paragraphs: readonly string[];
  facts?: readonly { label: string; value: string }[];
  action?: { label: string; url: string } | undefined;
  footer: string;
};

/** The same letter twice: as plain text, and as HTML that reads well on a phone, in the dark, aloud and printed. */
export function layOut(letter: LetterLayout): { text: string; html: string } {
  return { text: asText(letter), html: asHtml(letter) };
}

function asText({ heading, paragraphs, facts = [], action, footer }: LetterLayout): string {
  const rows = facts.map(({ label, value }) => `${label}: ${value}`).join("\n");
  const link = action ? `${action.label}:\n${action.url}` : "";
  // "-- " is the signature mark that mail programs know (RFC 3676, 4.3).
  const parts = [heading, ...paragraphs, rows, link].filter(Boolean).map(clean);
  return `${parts.join("\n\n")}\n\n-- \n${clean(footer)}\n`;
}

const font = "font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:17px;line-height:1.5";
/** Own ink on own paper, so that a mail program that turns colours round in the dark cannot make it unreadable. */
const button =
  "display:inline-block;padding:12px 20px;border-radius:6px;background-color:#1d5c45;color:#ffffff;text-decoration:none;font-weight:600";
const labelCell = "text-align:left;vertical-align:top;font-weight:400;padding:4px 24px 4px 0";
const valueCell = "text-align:left;vertical-align:top;font-weight:600;padding:4px 0";

/** No colours but the button's: the reader's own, light or dark, are already right. */
function asHtml({ language, heading, paragraphs, facts = [], action, footer }: LetterLayout): string {
  const rows = facts.map(
    ({ label, value }) =>
      `<tr><th scope="row" style="${labelCell}">${escaped(label)}</th><td style="${valueCell}">${escaped(value)}</td></tr>`,
  );
  const body = [
    `<h1 style="font-size:24px;line-height:1.25;margin:0 0 16px">${escaped(heading)}</h1>`,
    ...paragraphs.filter(Boolean).map((paragraph) => `<p style="margin:0 0 16px">${escaped(paragraph)}</p>`),
    ...(rows.length > 0
      ? [`<table style="border-collapse:collapse;margin:0 0 24px;${font}">${rows.join("")}</table>`]
      : []),
    ...(action
      ? [
          `<p style="margin:0 0 24px"><a href="${escaped(action.url)}" style="${button}">${escaped(action.label)}</a></p>`,
        ]
      : []),
    `<hr style="border:0;border-top:1px solid;opacity:0.3;margin:0 0 12px">`,
    `<p style="font-size:15px;margin:0">${escaped(footer)}</p>`,
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(heading)}</title>
</head>
<body style="margin:0;padding:24px 16px;${font}">
<div style="max-width:600px">
${body.join("\n")}
</div>
</body>
</html>
`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return clean(text)
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? "")
    .replaceAll("\n", "<br>\n");
}

/** Control characters and marks that turn the reading direction come from what people paste, and hide what is written. */
function clean(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (sign) => (sign === "\t" ? " " : ""));
}
