const [mostWords, longestWord] = [8, 60];

/** The words of a search, as the index keeps them: letters and digits, eight at most. */
export function searchWords(q: string): string[] {
  const found = q.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(found.map((word) => word.slice(0, longestWord)))].slice(0, mostWords);
}

const [accented, bare] = ["áàâãéèêëíìîïóòôõúùûüñç", "aaaaeeeeiiiioooouuuunc"];

/** As the database folds a text (db/secure/search.ts): å, ä and ö stay what they are. Keeps every letter's place. */
export function folded(text: string): string {
  return [...text]
    .map((sign) => {
      const small = sign.toLowerCase();
      const at = accented.indexOf(small);
      return at >= 0 ? bare[at] : small.length === sign.length ? small : sign;
    })
    .join("");
}

/** `%`, `_` and `\` as what they are, for `like`. */
export const likePattern = (words: string): string => `%${words.replace(/[\\%_]/g, "\\$&")}%`;
