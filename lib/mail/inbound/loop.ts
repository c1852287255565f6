import { hasNullSender } from "./bounce";
import { headerOf, type Message } from "./message";
import type { OwnMail, Verdict } from "./verdict";
import { verdict } from "./verdict";

/** RFC 5321, 6.3 counts a loop from 100; no honest way to us has more than a handful. */
const mostHops = 25;

/** Our own mail that came back, or mail that has gone round. A report on our letter is not it: that is a bounce. */
export function loopOf(message: Message, own: OwnMail): Verdict | null {
  const sender = message.from?.address ?? "";
  if (message.id !== null && isOwnId(message.id, own)) return verdict("loop", "ownMessageId", message.id);
  const carried = (message.headers.get("x-loop") ?? []).find((value) => own.addresses.includes(value.toLowerCase()));
  if (carried !== undefined) return verdict("loop", "loopHeader", carried);
  if (own.addresses.includes(sender) && !hasNullSender(message)) return verdict("loop", "fromOurselves", sender);
  const visits = (message.headers.get("delivered-to") ?? []).map((value) => value.replace(/[<>]/g, "").toLowerCase());
  const again = visits.find((visit, at) => own.addresses.includes(visit) && visits.indexOf(visit) !== at);
  if (again !== undefined) return verdict("loop", "deliveredTwice", again);
  const hops = message.headers.get("received")?.length ?? 0;
  return hops > mostHops
    ? verdict("loop", "tooManyHops", `${hops} × Received, ${headerOf(message, "received") ?? ""}`)
    : null;
}

/** `<….letter@domain>` and `<….thread@domain>`: our staff's mail server may write the same domain, and not that before it. */
function isOwnId(id: string, own: OwnMail): boolean {
  const found = /\.(letter|thread)@([^@<>]+)>$/i.exec(id);
  return found !== null && own.domains.includes((found[2] ?? "").toLowerCase());
}
