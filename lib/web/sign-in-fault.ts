import type { MessageKey } from "@/lib/base/language";

const own: Record<string, MessageKey> = {
  failed: "signIn.errors.failed",
  unavailable: "signIn.errors.unavailable",
};
const ofPeople: MessageKey[] = [
  "people.noSuchOrganisation",
  "people.disabled",
  "people.noAddress",
  "people.addressTaken",
  "people.noUnits",
];

/** The sentence for an `?error=` of the sign-in page; anything that we did not send ourselves says only that it failed. */
export function signInFault(error: string | undefined): MessageKey | null {
  if (error === undefined) return null;
  return own[error] ?? ofPeople.find((key) => key === error) ?? "signIn.errors.failed";
}
