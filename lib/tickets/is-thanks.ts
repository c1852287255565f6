/** What a reply of pure thanks is made of, piece by piece; Swedish and English, and thanks in the neighbours' languages. */
const pieces = [
  "tusen tack|tack(ar)?|thanks?( you)?|thx|takk|tak|kiitos",
  "så (jätte)?(mycket|bra)|jättemycket|hjärtligt|very much|so much|a lot",
  "för (all |den )?(snabba?|fina|god)? ?(hjälp(en)?|svar(et)?|support(en)?|det)|på förhand",
  "for (all |the |your )?(quick |fast )?(help|reply|support)",
  "(allt|det|nu|den|kalendern|mejlen) (funkar|fungerar|synkar)( det| allt| den)?|(funkar|fungerar|synkar)",
  "(it|everything|all|this) works|works|it is working|it's working|all good",
  "det är löst|det löste sig|löst|solved|fixed",
  "igen|nu|now|again|fint|bra|perfekt|toppen|kanon|super|underbart|vad|great|perfect|ok|okej|okay|så",
  "ha (det|en) (så )?(bra|fin|trevlig)( dag| helg)?|have a (nice|good) (day|weekend)",
  "bästa|du|ni|er|dig|till|alla|and|och|hej|hejsan|hallå|hi|hello|god (morgon|dag|kväll)",
].join("|");
const onlyThanks = new RegExp(`^(?:(?:${pieces})(?: |$))+$`, "u");
const greeting = /^(hej|hejsan|hallå|hi|hello|hei|moi)( \p{L}+)?$/u;
const signOff =
  /^(mvh|vh|hälsningar|(med )?vänliga? hälsning(ar)?|best regards|kind regards|regards|cheers|hilsen|terveisin)(?!\p{L})/u;

/**
 * Whether a reply says thank you and nothing more: it opens nothing again. Every phrase must be known to be content, so that
 * "tack, men det fungerar fortfarande inte" is a real reply, and so is whatever is not understood.
 */
export function isThanks(body: string): boolean {
  const lines = body.toLowerCase().split(/\n+/).map(plain).filter(Boolean);
  const end = lines.findIndex((line) => signOff.test(line));
  const said = (end === -1 ? lines : lines.slice(0, end)).join(". ");
  if (said.includes("?") || said.length > 200) return false;
  const phrases = said
    .split(/[.!,;–—-]+/)
    .map(plain)
    .filter(Boolean);
  return phrases.some(isContent) && phrases.every((phrase) => greeting.test(phrase) || isContent(phrase));
}

const isContent = (phrase: string): boolean => onlyThanks.test(phrase) && !greeting.test(phrase);

const plain = (text: string): string =>
  text
    .replace(/\p{Extended_Pictographic}|\uFE0F|[:)(*"]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
