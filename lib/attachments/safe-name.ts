import type { FileKind } from "./file-kinds";

const longest = 120;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name that is only a name: no folders, no control, direction or invisible characters, nothing that a file system or a header
 * takes for more than a letter. Its ending is one of the type's, so that what is called an image opens as one.
 */
export function safeName(given: string, kind: FileKind): string {
  const { stem, ending } = parted(given);
  const isOurs = kind.endings.includes(ending.toLowerCase());
  const name = (isOurs || !ending ? stem : `${stem}.${ending}`).replace(/^[. ]+|[. ]+$/g, "") || "bilaga";
  const safe = reserved.test(name.split(".", 1)[0] ?? "") ? `_${name}` : name;
  const end = isOurs ? ending.toLowerCase() : kind.endings[0];
  return `${[...safe].slice(0, longest - 6).join("")}.${end}`;
}

/** The last part of a path, cleaned, in its stem and its ending. */
export function parted(given: string): { stem: string; ending: string } {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = last
    .replace(/\p{C}|\p{Zl}|\p{Zp}|\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/[<>:"|?*;%`$]/g, "_")
    .replace(/\s+/g, " ")
    .trim();
  const found = /^(.*)\.([\p{L}\p{N}]{1,10})$/u.exec(clean);
  return found ? { stem: found[1] ?? "", ending: found[2] ?? "" } : { stem: clean, ending: "" };
}
