/** How many letters the machine has lately sent by itself, and what came in. An address is the sender's, lower case. */
export type RecentMail = {
  /** Automatic replies to this address, 24 hours back. */
  repliesToSenderPerDay: number;
  /** Automatic letters of any kind to this address, 60 minutes back. */
  lettersToSenderPerHour: number;
  /** Automatic letters of any kind about this ticket, to anybody, 60 minutes back. */
  lettersOnTicketPerHour: number;
  /** What this address has sent us, 60 minutes back. */
  fromSenderPerHour: number;
  /** Automatic replies of the whole organisation, 60 minutes back. */
  repliesPerHour: number;
};

/** reply: an answer made by the machine to a mail that came in. notice: a letter about something that happened. */
export type AutomaticMail = "reply" | "notice";

export const stormLimits = {
  repliesToSenderPerDay: 1,
  lettersToSenderPerHour: 5,
  lettersOnTicketPerHour: 20,
  fromSenderPerHour: 10,
  repliesPerHour: 200,
} as const satisfies Record<keyof RecentMail, number>;

/**
 * May one more automatic letter leave? What is held stays in the log and is shown, with the limit it met. One reply a sender and day
 * (RFC 3834, 2 asks for such a limit) is what ends two machines that answer each other; the others are for those that change their address.
 */
export function stormVerdict(
  mail: AutomaticMail,
  recent: RecentMail,
): { verdict: "pass" } | { verdict: "hold"; limit: keyof RecentMail } {
  const forAll = ["lettersToSenderPerHour", "lettersOnTicketPerHour"] as const;
  const forReplies = ["repliesToSenderPerDay", "fromSenderPerHour", "repliesPerHour"] as const;
  const looked = mail === "reply" ? [...forReplies, ...forAll] : forAll;
  const limit = looked.find((name) => recent[name] >= stormLimits[name]);
  return limit === undefined ? { verdict: "pass" } : { verdict: "hold", limit };
}
