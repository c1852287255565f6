import type { Message } from "@/lib/mail";

/** In brackets, or after a word for it: "[#12345]", "Case 00123", "Ärende: INC-77". Our own reference is none. */
const signs = [
  /\[\s*#?\s*([A-Z]{0,10}[-_/]?\d[\w/-]{1,30})\s*\]/i,
  /(?:case|ticket|incident|request|ärende(?:nummer)?|sag|sak|tapaus|ref(?:erens)?)\s*(?:nr|no|id)?\s*[.:#]*\s*#?([A-Z]{0,10}[-_/]?\d[\w/-]{1,30})/i,
];

/** The supplier's own number for what was handed over, as its subject says it; null when it says none. */
export function supplierReferenceIn({ subject }: Pick<Message, "subject">): string | null {
  const theirs = subject.replace(/(?<!\d)\d{3}-?\d{4}(?!\d)/g, " ");
  for (const sign of signs) {
    const found = sign.exec(theirs)?.[1];
    if (found) return found;
  }
  return null;
}
