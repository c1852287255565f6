const greeting = /^(hej|hejsan|hallå|tjena|god (morgon|dag|kväll)|hi|hello|hei|moi|dear \p{L}+)(\s+\p{L}+)?$/u;
const signOff =
  /^(mvh|hälsningar|med vänlig hälsning|vänliga hälsningar|vh|best regards|regards|cheers|hilsen|terveisin)/u;

const thanks = /(?<!\p{L})(tack\p{L}*|tusen tack|thanks?|thank you|thx|takk|tak|kiitos)(?!\p{L})/u;
const content =
  /^(så mycket|jättemycket|för (snabb )?hjälpen|för (det|svaret|snabbt svar)|på förhand|det (funkar|fungerar)( nu)?|nu (funkar|fungerar) (det|allt)|allt (funkar|fungerar)( nu)?|(funkar|fungerar)( nu| igen| bra| fint| perfekt)*|löst|perfekt|toppen|bra|kanon|super|fint|underbart|igen|nu|ha (en )?(det bra|bra dag|trevlig helg|fin dag)|så bra|vad bra|very much|so much|a lot|for (the|your) (quick )?(help|reply)|it works( now| again)?|works( now| again)?|all good|great|perfect|have a nice (day|weekend)|it's working( now)?|ok|okej|okay|bästa|du|ni|till er|alla)$/u;

/**
 * Whether a reply says thank you and nothing more: it opens nothing again. Every sentence must be known to be content, so that
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
  if (phrases.length === 0 || !phrases.some((phrase) => thanks.test(phrase) || content.test(phrase))) return false;
  return phrases.every((phrase) => greeting.test(phrase) || isContent(phrase));
}

function isContent(phrase: string): boolean {
  const rest = plain(phrase.replace(thanks, " "));
  return rest === "" || content.test(rest);
}

const plain = (text: string): string =>
  text
    .replace(/\p{Extended_Pictographic}|\uFE0F|[:)(*"']/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
