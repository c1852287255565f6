/**
 * The groups that an identity provider's claims name. No claim means no groups; Entra's overage (more than 200 groups: the claim is
 * replaced by a pointer, `_claim_names` or `hasgroups`) and any other shape mean that we do not know: null.
 */
export function claimedGroups(claims: Record<string, unknown>, claim: string): string[] | null {
  const value = claims[claim];
  if (Array.isArray(value)) return value.every((group) => typeof group === "string") ? value : null;
  if (typeof value === "string") return [value];
  if (value !== undefined && value !== null) return null;
  const pointers = claims._claim_names;
  const isElsewhere = typeof pointers === "object" && pointers !== null && claim in pointers;
  return isElsewhere || claims.hasgroups !== undefined ? null : [];
}
