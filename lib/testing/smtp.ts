import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { testCertificate } from "./certificate";

type Received = {
  envelopeFrom: string;
  envelopeTo: string[];
  secure: boolean;
  user: string;
  raw: string;
  mail: ParsedMail;
};

/** `refuse` answers the next letters: a status at the given step, or a hang-up after the letter was received. */
export type Refusal = { at: "sender" | "recipient" | "letter"; status: number } | { at: "hangUpAfterLetter" };

export type TestSmtp = {
  port: number;
  received: Received[];
  refuse: (refusals: Refusal[]) => void;
  close: () => Promise<void>;
};

/** A real SMTP server on the loopback, which keeps what it was given. With `user` and `password` it wants them. */
export async function startSmtp(
  options: SMTPServerOptions & { account?: { user: string; password: string } } = {},
): Promise<TestSmtp> {
  const { account, ...rest } = options;
  const received: Received[] = [];
  let refusals: Refusal[] = [];
  const refusalAt = (...steps: Refusal["at"][]) => {
    const next = refusals[0];
    return next && steps.includes(next.at) ? refusals.shift() : undefined;
  };
  const answer = (step: Refusal["at"]) => {
    const refusal = refusalAt(step);
    return refusal && "status" in refusal ? no(refusal.status) : null;
  };
  const server = new SMTPServer({
    ...testCertificate,
    authOptional: account === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth: ({ username, password }, _session, done) => {
      const isRight = username === account?.user && password === account?.password;
      return isRight ? done(null, { user: username }) : done(no(535));
    },
    onMailFrom: (_address, _session, done) => done(answer("sender")),
    onRcptTo: (_address, _session, done) => done(answer("recipient")),
    onData: (stream, session, done) => {
      keep(stream).then(({ raw, mail }) => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          envelopeFrom: mailFrom ? mailFrom.address : "",
          envelopeTo: rcptTo.map(({ address }) => address),
          secure: session.secure,
          user: String(session.user ?? ""),
          raw,
          mail,
        });
        if (refusalAt("hangUpAfterLetter")) return hangUp();
        done(answer("letter"));
      }, done);
    },
    ...rest,
  });
  const hangUp = () => {
    for (const connection of server.connections as Set<{ _socket: { destroy: () => void } }>)
      connection._socket.destroy();
  };
  // A client that breaks off is what some tests are about.
  server.on("error", () => undefined);
  const inner = server.listen(0, "127.0.0.1");
  await once(inner, "listening");
  return {
    port: (inner.address() as AddressInfo).port,
    received,
    refuse: (next) => {
      refusals = next;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const no = (responseCode: number): Error =>
  Object.assign(new Error("no, not to someone@aminne.example"), { responseCode });

async function keep(stream: AsyncIterable<Buffer>): Promise<{ raw: string; mail: ParsedMail }> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  return { raw: bytes.toString("utf8"), mail: await simpleParser(bytes) };
}
