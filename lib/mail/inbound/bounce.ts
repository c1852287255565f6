import { isAddress } from "../mailbox";
import { headerOf, type Message, partsOf, textOf } from "./message";
import type { FailedRecipient, Verdict } from "./verdict";
import { verdict } from "./verdict";

/** Is it a report on a letter that did not arrive (RFC 3464), or on one that did? null: neither. */
export function bounceOf(message: Message): Verdict | null {
  const reports = partsOf(message, "message/delivery-status").map(textOf);
  if (reports.length > 0) return ofReport(message, reports.join("\n\n"));
  const because = unstructuredSign(message);
  if (because === null) return null;
  const failed = failedInText(message);
  return { kind: "bounce", reason: because.reason, because: because.sign, failed, originalId: originalIdOf(message) };
}

/** A null return path says that nobody wants an answer, and not why. */
export const hasNullSender = (message: Message): boolean => headerOf(message, "return-path") === "<>";

function ofReport(message: Message, report: string): Verdict {
  const recipients = blocksOf(report).filter((block) => block["final-recipient"] ?? block["original-recipient"]);
  const actions = recipients.map((block) => (block.action ?? "").toLowerCase());
  const isArrival = actions.length > 0 && actions.every((action) => /^(delivered|relayed|expanded)/.test(action));
  if (isArrival) return verdict("notice", "deliveryReceipt", actions.join(", "));
  const failed = recipients.flatMap(failedIn);
  const because = recipients.map((block) => block["diagnostic-code"] ?? block.status ?? "").join("; ");
  return {
    kind: "bounce",
    reason: "deliveryReport",
    because: because.slice(0, 200),
    failed,
    originalId: originalIdOf(message),
  };
}

type Block = Record<string, string | undefined>;

/** The fields of each block (RFC 3464, 2.1): blocks stand apart by an empty line, long fields are folded. */
function blocksOf(report: string): Block[] {
  const unfolded = report.replace(/\r\n?/g, "\n").replace(/\n[ \t]+/g, " ");
  return unfolded
    .split(/\n{2,}/)
    .map((block) =>
      Object.fromEntries(
        [...block.matchAll(/^([A-Za-z-]+):[ \t]*(.*)$/gm)].map(([, name = "", value = ""]) => [
          name.toLowerCase(),
          value.trim(),
        ]),
      ),
    );
}

/** The address we wrote to where the report tells it from where it ended: "rfc822; asa@aminne.example". */
function failedIn(block: Block): FailedRecipient[] {
  if (/^(delivered|relayed|expanded)/i.test(block.action ?? "")) return [];
  const given = [block["original-recipient"], block["final-recipient"]].map(addressIn).find((found) => found !== null);
  const status =
    /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(`${block.status ?? ""} ${block["diagnostic-code"] ?? ""}`)?.[0] ?? null;
  return given ? [{ address: given, status, severity: severityOf(block.action ?? "", status) }] : [];
}

function addressIn(field: string | undefined): string | null {
  const bare = (field ?? "")
    .replace(/^[^;]*;/, "")
    .replace(/[<>]/g, "")
    .trim()
    .toLowerCase();
  return isAddress(bare) ? bare : null;
}

/** A full mailbox (RFC 3463, x.2.2) and a time that ran out (x.4.7) pass, whatever class the server gives them. */
function severityOf(action: string, status: string | null): FailedRecipient["severity"] {
  if (/^delayed/i.test(action) || (status !== null && /^(4\.|\d\.2\.2$|\d\.4\.7$)/.test(status))) return "transient";
  if (status?.startsWith("5.")) return "permanent";
  return "unknown";
}

const undelivered =
  /^(undeliver|delivery (status notification|has failed|failure|incomplete|delayed)|failure notice|mail delivery (failed|failure|subsystem)|returned mail|olevererbart|kunde inte levereras|kan ikke leveres|ikke leveret|ikke levert|kan ikke levere|uleverbar|ei voitu toimittaa|toimittaminen epäonnistui|mail system error)/i;
const postOffice = /^(mailer-daemon|mail-daemon|postmaster|mailerdaemon)@/i;

/** Exim and Gmail name the address in a header, qmail in the text; older Exchange and Domino only say so in the subject. */
function unstructuredSign(message: Message): { reason: string; sign: string } | null {
  const sender = message.from?.address ?? "";
  const failed = headerOf(message, "x-failed-recipients");
  if (failed !== null) return { reason: "failedRecipientsHeader", sign: failed };
  if (/^Hi\. This is the qmail-send program/m.test(message.text)) return { reason: "qmail", sign: message.subject };
  if (/^mailer-?daemon@/i.test(sender)) return { reason: "fromThePostOffice", sign: sender };
  const saysSo = undelivered.test(message.subject);
  if (saysSo && (postOffice.test(sender) || hasNullSender(message)))
    return { reason: "undelivered", sign: message.subject };
  return message.contentParameters["report-type"] === "delivery-status"
    ? { reason: "reportWithoutStatus", sign: message.contentType }
    : null;
}

function failedInText(message: Message): FailedRecipient[] {
  const named = (headerOf(message, "x-failed-recipients") ?? "").split(",").map((one) => one.trim().toLowerCase());
  const listed = [...message.text.matchAll(/^\s*<([^<>\s]+@[^<>\s]+)>:?\s*$/gm)].map(([, address = ""]) =>
    address.toLowerCase(),
  );
  const addresses = [...new Set([...named, ...listed])].filter(isAddress).slice(0, 50);
  const code = /\b([45])\d\d[ -](?:#?([45]\.\d{1,3}\.\d{1,3}))?/.exec(message.text);
  const status = code?.[2] ?? (code?.[1] ? `${code[1]}.0.0` : null);
  return addresses.map((address) => ({ address, status, severity: severityOf("", status) }));
}

/** The Message-ID of the letter that came back, from the copy the report carries or quotes. */
function originalIdOf(message: Message): string | null {
  const copies = ["message/rfc822", "text/rfc822-headers", "message/global", "message/rfc822-headers"];
  const carried = copies.flatMap((type) => partsOf(message, type)).map(textOf);
  for (const copy of [...carried, message.text]) {
    const id = /^Message-ID:\s*(<[^<>\s]{1,990}>)/im.exec(copy)?.[1];
    if (id) return id;
  }
  return message.inReplyTo[0] ?? null;
}
