import * as z from "zod";

/** The organisation's own identity provider (OpenID Connect): Entra ID, AD FS or any other. `issuer` exactly as it names itself. */
export const SignInSettings = z.object({
  issuer: z.url({ protocol: /^https?$/, error: "connections.issuer" }),
  clientId: z.string().min(1, "connections.clientId"),
  groupsClaim: z.string().min(1).default("groups"),
  displayName: z.string().min(1, "connections.displayName"),
});
export type SignInSettings = z.output<typeof SignInSettings>;

/** The body of `PUT /connections/sign-in`: the secret is write-only. */
export const PutSignIn = SignInSettings.extend({
  clientSecret: z.string().min(1, "connections.clientSecret").max(1000),
});
export type PutSignIn = z.output<typeof PutSignIn>;

/** What the secret is sealed for: it cannot be moved to another organisation's row. */
export const signInPurpose = (organisationId: string): string => `sign_in:${organisationId}`;
