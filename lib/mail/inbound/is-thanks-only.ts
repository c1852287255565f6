import { type MailLanguage, thanksWords } from "./thanks-words";

/**
 * Is a thanks all there is? Such an answer does not reopen a ticket. Everything must be in the words of `thanks-words`, so that
 * "tack, men det fungerar inte" and anything with a question is not. `language` narrows to that language and English (Danish and Norwegian
 * go together); null takes all five. `fresh` is of `splitReply`; a message with attachments is the caller's to refuse.
 * `sender` is the name in From: a bare name below is a signature when it is theirs, and else a word like any other.
 */
export function isThanksOnly(fresh: string, language: MailLanguage | null, sender = ""): boolean {
  if (fresh.length > 1000 || /[?¿]/.test(fresh)) return false;
  const words = languagesOf(language).map((one) => thanksWords[one]);
  const lines = fresh
    .split(/\n|(?<=[.!]) +/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const signOffs = new Set(words.flatMap(({ signOff }) => signOff));
  const end = lines.findIndex((line) => signOffs.has(plain(line)) || startsSignOff(line, signOffs));
  const body = end === -1 ? lines : lines.slice(0, end);
  const below = end === -1 ? [] : lines.slice(end).map((line) => withoutSignOff(line, signOffs));
  const said = spoken(body, words, sender);
  return said !== "other" && said !== "nothing" && below.length <= 10 && below.every(isContactLine);
}

function languagesOf(language: MailLanguage | null): readonly MailLanguage[] {
  if (language === null) return ["sv", "da", "no", "fi", "en"];
  return language === "da" || language === "no" ? ["da", "no", "en"] : [language, "en"];
}

/** Lower case words with one space between; a thumb up is a thanks of its own. */
const plain = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const gladness = /^(\s|\p{P}|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F|[:;][-]?[)DP])*$/u;

type Said = "thanks" | "nothing" | "other";

function spoken(
  lines: readonly string[],
  words: readonly { thanks: readonly string[]; around: readonly string[] }[],
  sender: string,
): Said {
  const thanks = new Set(words.flatMap((one) => one.thanks));
  const around = new Set(words.flatMap((one) => one.around));
  let said: Said = "nothing";
  for (const [at, line] of lines.entries()) {
    if (gladness.test(line)) {
      if (/[👍🙏❤👏]/u.test(line)) said = "thanks";
      continue;
    }
    const one = lineSays(plain(withoutName(line)), thanks, around);
    const isLastName = at === lines.length - 1 && said === "thanks" && isNameOf(line, sender);
    if (one === "other" && !isLastName) return "other";
    if (one === "thanks") said = "thanks";
  }
  return said;
}

/** Takes the longest known phrase from the left again and again. */
function lineSays(line: string, thanks: ReadonlySet<string>, around: ReadonlySet<string>): Said {
  const tokens = line.split(" ").filter(Boolean);
  let said: Said = "nothing";
  while (tokens.length > 0) {
    const length = [6, 5, 4, 3, 2, 1].find((n) => {
      const phrase = tokens.slice(0, n).join(" ");
      return n <= tokens.length && (thanks.has(phrase) || around.has(phrase));
    });
    if (length === undefined) return "other";
    if (thanks.has(tokens.splice(0, length).join(" "))) said = "thanks";
  }
  return said;
}

/** "Hej Åsa,", "Tack Åsa!": one or two names after the first words and before a mark or the end. */
const withoutName = (line: string): string =>
  line.replace(
    /^((?:hej|hejsan|hei|hi|hello|moi|terve|tack|tak|takk|kiitos|thanks)) (\p{Lu}[\p{Ll}-]+(?: \p{Lu}[\p{Ll}-]+)?)(?=\s*([,!.]|$))/iu,
    (whole, first: string, name: string) => (/^\p{Lu}/u.test(name) ? first : whole),
  );

const isName = (line: string): boolean => /^\p{Lu}[\p{Ll}-]+( \p{Lu}[\p{Ll}-]+){0,2}$/u.test(line);

const isNameOf = (line: string, sender: string): boolean =>
  isName(line) &&
  plain(sender)
    .split(" ")
    .includes(plain(line).split(" ")[0] ?? "");

const startsSignOff = (line: string, signOffs: ReadonlySet<string>): boolean => withoutSignOff(line, signOffs) !== line;

/** "Mvh Åsa" and "Hälsningar, Åsa Lind" on one line. */
function withoutSignOff(line: string, signOffs: ReadonlySet<string>): string {
  if (signOffs.has(plain(line))) return "";
  const opening = [...signOffs].find(
    (one) =>
      new RegExp(`^${one}[ ,/]+(?=\\p{Lu})`, "iu").test(line) && isName(line.slice(one.length).replace(/^[ ,/]+/, "")),
  );
  return opening === undefined ? line : line.slice(opening.length).replace(/^[ ,/]+/, "");
}

const joining = /^(och|på|i|för|av|vid|of|and|the|von|af|de|og|ja|for|at|kommun|kommune|kunta|tel|tfn|tlf|puh|mobil)$/;

/** A name, a title, a place, a number or an address: every word of it begins with a capital, or it holds digits, @ or www. */
function isContactLine(line: string): boolean {
  if (line.length > 80 || /^p\.?\s?s\b/i.test(line)) return false;
  const words = line.split(/[\s,|/·•]+/).filter(Boolean);
  return (
    words.every(
      (word) =>
        /[\d@]|^www\.|^https?:/.test(word) || !/\p{L}/u.test(word) || /^\p{Lu}/u.test(word) || joining.test(word),
    ) && !/[.!]$/.test(line)
  );
}
