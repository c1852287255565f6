import type { LetterOrigin } from "@/db/words";

/** Text as it is, or bytes. */
export type Attachment = { filename: string; contentType: string; content: string | Uint8Array };

/** One letter to one person. Finished sentences: nothing is translated here. */
export type Letter = {
  /** The letter's own id, letters and digits and hyphens. The Message-ID is made of it, so a letter sent twice is known again. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
  attachments?: readonly Attachment[];
  headers?: Readonly<Record<string, string>>;
  /**
   * person: somebody wrote it, and hears if it does not arrive. notice (when nothing is said) and answer to a mail that came in: made by
   * the machine, and leave without a return path, so that two machines never answer each other (RFC 3834).
   */
  origin?: LetterOrigin;
  /** The ticket it is about: answers find back by it. */
  thread?: { token: string; reference: string };
};

/** One thing that was tried; `detail` is technical and holds no secret. */
export type Check = {
  check: "connect" | "sign_in" | "disk" | "imap_connect" | "imap_sign_in" | "imap_mailbox";
  ok: boolean;
  detail: string;
};

/** Sends letters. May throw Unavailable: with `retry` when another try may help, without it when the letter itself is at fault. */
export type Mailer = {
  /** Through whom letters leave, for the history. */
  server: string;
  send(letter: Letter): Promise<{ messageId: string }>;
  /** Sends nothing and does not throw. */
  check(): Promise<Check[]>;
};

/** What is done with one fetched message: true once it is safely kept. `isWhole`: false where it was too large to fetch. */
export type Take = (message: { raw: Buffer; isWhole: boolean }) => Promise<boolean>;

/** Fetches mail. May throw Unavailable. */
export type Fetcher = {
  server: string;
  /** Takes every message of the mailbox, the oldest first, at most `most`; what was kept is moved away. How many were kept. */
  fetch(take: Take, most: number): Promise<number>;
  /** Changes nothing and does not throw. */
  check(): Promise<Check[]>;
};
