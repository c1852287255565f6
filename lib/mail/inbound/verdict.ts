/** What is ours, to know our own mail when it comes back. Addresses and domains in lower case. */
export type OwnMail = {
  /** Every address the portal fetches mail from or sends as. */
  addresses: readonly string[];
  /** The domains our letters' Message-IDs end with. */
  domains: readonly string[];
  /** List-Ids of the groups through which our own mailboxes get their mail: what people write there is not a newsletter. */
  listIds: readonly string[];
  /** The id our own mail server writes first in Authentication-Results; null: senders' proofs are not looked at. */
  authenticationServer: string | null;
};

/** permanent: the address does not work. transient: another time it may. unknown: the report does not say. */
export type FailedRecipient = {
  address: string;
  severity: "permanent" | "transient" | "unknown";
  status: string | null;
};

/**
 * What a message is. Only `person` opens, continues or reopens a ticket by itself. `quarantine` waits for an agent's eyes; everything else
 * is filed and shown, never answered. `reason` names the rule that decided; `because` is the evidence as it stood in the message.
 */
export type Verdict = { reason: string; because: string } & (
  | { kind: "person"; mayBeAnswered: boolean; sender: "proven" | "unproven" }
  | { kind: "automaticReply" | "outOfOffice" | "notice" | "list" | "loop" | "quarantine" }
  | { kind: "bounce"; failed: readonly FailedRecipient[]; originalId: string | null }
  | { kind: "calendar"; method: string }
);

/** A verdict of a kind that says nothing more; the evidence is cut to a line. */
export function verdict<Kind extends "automaticReply" | "outOfOffice" | "notice" | "list" | "loop" | "quarantine">(
  kind: Kind,
  reason: string,
  because: string,
): { kind: Kind; reason: string; because: string } {
  return { kind, reason, because: because.slice(0, 200) };
}
