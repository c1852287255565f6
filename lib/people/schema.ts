import * as z from "zod";
import { languages, roles, tokenScopes } from "@/db/words";

export const MakeToken = z.object({
  name: z.string("account.errors.tokenName").trim().min(1, "account.errors.tokenName").max(80),
  scopes: z.array(z.enum(tokenScopes)).min(1, "account.errors.tokenScopes"),
  days: z
    .number("account.errors.tokenDays")
    .int()
    .min(1, "account.errors.tokenDays")
    .max(365, "account.errors.tokenDays"),
});
export type MakeToken = z.output<typeof MakeToken>;

export const RevokeToken = z.object({ tokenId: z.uuid() });
export type RevokeToken = z.output<typeof RevokeToken>;

export const EndSession = z.object({ sessionId: z.uuid() });
export type EndSession = z.output<typeof EndSession>;

export const SetLanguage = z.object({ language: z.enum(languages) });
export type SetLanguage = z.output<typeof SetLanguage>;

export const DisablePerson = z.object({ personId: z.uuid() });
export type DisablePerson = z.output<typeof DisablePerson>;

/** The same day a year later, as dates are compared: as text. */
const yearAfter = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

const name = z.string("people.substitutes.errors.substitute").trim().max(200, "people.substitutes.errors.unknown");

/** `person` (who is away; left out: oneself) and `substitute` are names or e-mail addresses; both days are included. */
export const AppointSubstitute = z
  .object({
    person: name.optional(),
    substitute: name.min(1, "people.substitutes.errors.substitute"),
    from: z.iso.date("people.substitutes.errors.from"),
    to: z.iso.date("people.substitutes.errors.to"),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "people.substitutes.errors.order" })
  .refine(({ from, to }) => to <= yearAfter(from), { path: ["to"], error: "people.substitutes.errors.year" });
export type AppointSubstitute = z.output<typeof AppointSubstitute>;

export const EndSubstitute = z.object({ id: z.uuid() });
export type EndSubstitute = z.output<typeof EndSubstitute>;

/** What the administrator gives; what the identity provider's groups give is kept apart. */
export const ChangeRoles = z.object({
  personId: z.uuid(),
  roles: z.array(z.object({ role: z.enum(roles), unitId: z.uuid() })).max(100),
});
export type ChangeRoles = z.output<typeof ChangeRoles>;
