/** The quasigroup of Damm's algorithm (H. M. Damm, 2004): catches every single wrong digit and every swap of neighbours. */
const damm = [
  "0317598642",
  "7092154863",
  "4206871359",
  "1750983426",
  "6123045978",
  "3674209581",
  "5869720134",
  "8945362017",
  "9438617205",
  "2581436790",
];

const checkDigit = (digits: string): string =>
  [...digits].reduce((row, digit) => damm[Number(row)]?.[Number(digit)] ?? "", "0");

/** The nth reference of the installation, n in 1..999999, written `123-4567`; the last digit is the check digit. */
export function referenceOf(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 999_999) throw new RangeError(`no reference for ${n}`);
  const digits = String(n).padStart(6, "0");
  const all = digits + checkDigit(digits);
  return `${all.slice(0, 3)}-${all.slice(3)}`;
}

/** What a person typed, as a reference: `{ ok: true, reference }`, or why not: wrong length, or a mistyped digit. */
export function readReference(
  typed: string,
): { ok: true; reference: string } | { ok: false; why: "length" | "check_digit" } {
  const digits = typed.replace(/[\s-]/g, "");
  if (!/^\d{7}$/.test(digits)) return { ok: false, why: "length" };
  if (checkDigit(digits) !== "0") return { ok: false, why: "check_digit" };
  return { ok: true, reference: `${digits.slice(0, 3)}-${digits.slice(3)}` };
}
