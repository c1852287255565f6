import { and, desc, eq } from "drizzle-orm";
import { connections } from "@/db/schema/connections";
import { letters } from "@/db/schema/history";
import { inTransaction, read } from "@/lib/base/context";
import { newId } from "@/lib/base/ids";
import { sealSettings } from "@/lib/connections/stored-connection";
import { receiveOwnMail } from "@/lib/intake/receive-mail";
import type { MailAnswer } from "@/lib/intake/schema";
import { makeThreadToken } from "@/lib/mail";
import type { World } from "./world-of";

let serial = 0;

type Written = {
  from: string;
  to?: string;
  subject?: string;
  body: string;
  headers?: readonly string[];
  id?: string | null;
};

/** A raw mail as a person's program writes it. */
export function mailOf({
  from,
  to = "servicedesk@aminne.example",
  subject = "Fråga",
  body,
  headers = [],
  id,
}: Written) {
  serial += 1;
  const messageId = id === undefined ? `<m${serial}.${newId()}@mail.example>` : id;
  const head = [
    ...[`From: ${from}`, `To: ${to}`, `Subject: ${subject}`, "Date: Mon, 14 Dec 2026 08:55:00 +0100"],
    ...(messageId === null ? [] : [`Message-ID: ${messageId}`]),
    ...["MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit"],
    ...headers,
  ];
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${body.replaceAll("\n", "\r\n")}\r\n`, "utf8");
}

/** The address that a letter to `recipient` about the ticket asks to be answered at. */
export function answerAddress(world: World, ticket: string, recipient: string): string {
  return `servicedesk+${makeThreadToken({ organisation: world.slug, ticket, recipient })}@aminne.example`;
}

/** Takes a mail in as the portal does. */
export function arrive(world: World, raw: Buffer, at?: Date): Promise<MailAnswer> {
  return receiveOwnMail(world.portal(at), { raw });
}

/** Sets a mail connection without asking whether its addresses may be called. */
export async function connectMail(world: World, settings: Record<string, unknown> = {}): Promise<void> {
  const ctx = world.portal();
  const whole = { smtpUrl: "smtp://127.0.0.1:9", from: "Servicedesk <servicedesk@aminne.example>", ...settings };
  const row = { settings: {}, sealed: sealSettings(ctx, "mail", whole), updatedAt: ctx.now };
  await inTransaction(ctx, (tx) =>
    tx
      .insert(connections)
      .values({ id: newId(), organisationId: ctx.organisation.id, kind: "mail", ...row })
      .onConflictDoUpdate({ target: [connections.organisationId, connections.kind], set: row }),
  );
}

/** The letters to an address, the newest first. */
export function lettersTo(world: World, address: string) {
  const ctx = world.portal();
  return read(ctx, (tx) =>
    tx
      .select()
      .from(letters)
      .where(and(eq(letters.organisationId, ctx.organisation.id), eq(letters.toAddress, address)))
      .orderBy(desc(letters.createdAt), desc(letters.id)),
  );
}
