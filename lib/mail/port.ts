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
  /** An answer made by the machine to a letter that came in: leaves without a return path, so that two machines never answer each other (RFC 3834). */
  isAutomaticReply?: boolean;
};

/** One thing that was tried; `detail` is technical and holds no secret. */
export type Check = { check: "connect" | "sign_in" | "disk"; ok: boolean; detail: string };

/** Sends letters. May throw Unavailable: with `retry` when another try may help, without it when the letter itself is at fault. */
export type Mailer = {
  /** Through whom letters leave, for the history. */
  server: string;
  send(letter: Letter): Promise<{ messageId: string }>;
  /** Sends nothing and does not throw. */
  check(): Promise<Check[]>;
};
