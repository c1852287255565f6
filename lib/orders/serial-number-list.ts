import { SerialNumber } from "./schema";

/** One number of a list: as typed, and tidied; `serialNumber` is null where it is none. */
export type ListedNumber = { typed: string; serialNumber: string | null };

/**
 * Serial numbers from what an agent pastes or a supplier sends: one a line, or CSV with `;`, `,` or tabs. The column is found by its
 * heading; without one, each row's first cell that looks like a serial number counts. Blank rows are left out.
 */
export function readSerialNumberList(text: string): ListedNumber[] {
  const rows = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .map((row) => row.split(/[;,\t]/).map(unquoted))
    .filter((cells) => cells.some((cell) => cell !== ""));
  const column = rows[0]?.findIndex((cell) => heading.test(cell)) ?? -1;
  if (column >= 0) return rows.slice(1).flatMap((cells) => listed(cells[column] ?? ""));
  return rows.flatMap((cells) => (cells.length === 1 ? listed(cells[0] ?? "") : listed(numberAmong(cells))));
}

const heading = /^(serial(\s*(number|no|nr)\.?)?|serienummer|serienr\.?|s\/n|sn)$/i;

const unquoted = (cell: string) =>
  cell
    .trim()
    .replace(/^"(.*)"$/, "$1")
    .replace(/""/g, '"')
    .trim();

/** Digits alone are an order number or an IMEI, letters alone a word. */
function numberAmong(cells: string[]): string {
  return cells.find((cell) => /\d/.test(cell) && /[a-z]/i.test(cell) && tidied(cell) !== null) ?? cells[0] ?? "";
}

function listed(typed: string): ListedNumber[] {
  return typed === "" ? [] : [{ typed, serialNumber: tidied(typed) }];
}

function tidied(typed: string): string | null {
  const parsed = SerialNumber.safeParse(typed);
  return parsed.success ? parsed.data : null;
}
