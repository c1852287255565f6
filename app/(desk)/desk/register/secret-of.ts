/** The three secrets that people ask about, of which IT can do something different with each (B5, A11, A12). */
const secrets = ["password", "passcode", "apple_id"] as const;
export type Secret = (typeof secrets)[number];

const signs: Record<Secret, { category: RegExp; words: RegExp }> = {
  apple_id: { category: /(^|\/)apple/, words: /apple[\s-]?id|google[\s-]?konto|google account|icloud/i },
  passcode: {
    category: /(^|\/)passcode(\/|$)/,
    words: /(?<!\p{L})(lösenkod|pin[\s-]?kod|skärmkod|upplåsningskod|passcode|pin code)/iu,
  },
  password: { category: /^account(\/|$)/, words: /(?<!\p{L})(lösenord|inloggning|logga in|password|mfa|sign in)/iu },
};

/** Which secret it concerns, by the category or by what is said; null where none does. */
export function secretOf(category: string, said: string): Secret | null {
  const order = ["apple_id", "passcode", "password"] as const;
  return (
    order.find((each) => signs[each].words.test(said)) ??
    order.find((each) => signs[each].category.test(category)) ??
    null
  );
}
