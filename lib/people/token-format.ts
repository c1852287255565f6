import { newSecret } from "@/lib/base/ids";

/** `sp_<organisation slug>_<secret>`: says whose it is to a scanner of leaked secrets and to us before any lookup. */
export const newToken = (slug: string): string => `sp_${slug}_${newSecret()}`;

/** The organisation a token names, or null when it is no token of ours. */
export function organisationOfToken(token: string): string | null {
  return /^sp_([a-z0-9-]{1,63})_[A-Za-z0-9_-]{43}$/.exec(token)?.[1] ?? null;
}
