import { micromark } from "micromark";

/** Markdown to HTML. Raw HTML and dangerous addresses come out as plain text: micromark's own defaults. */
export function htmlOf(markdown: string): string {
  return micromark(markdown);
}

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

/** The same text without its marks: a line for each paragraph and list item. */
export function plainTextOf(html: string): string {
  return html
    .replace(/\s*\n\s*/g, " ")
    .replace(/<li>/g, "\n– ")
    .replace(/<\/(p|h\d|ul|ol)>|<br \/>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replace(/&(amp|lt|gt|quot);/g, (entity) => entities[entity] ?? entity)
    .replace(/[ \t]*\n\s*/g, "\n")
    .replace(/– \n/g, "– ")
    .replace(/ {2,}/g, " ")
    .trim();
}
