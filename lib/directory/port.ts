/** An account as a person would describe it. `id` never changes; `name`, `email` and `dn` (where it stands) may. */
export type DirectoryAccount = {
  id: string;
  name: string;
  displayName: string;
  email: string | null;
  disabled: boolean;
  dn: string;
};

export type AccountKey = Pick<DirectoryAccount, "id">;

/** `changed` is false when it already was so. */
export type GroupChange = { changed: boolean };

/** One thing that was tried; `detail` is technical and holds no secret. One `group` for each group asked about. */
export type Check = { check: CheckName; ok: boolean; detail: string };
export type CheckName = "connect" | "sign_in" | "base" | "device_accounts" | "group";

/**
 * What the portal needs from a directory of accounts and groups (A3, A6, E1–E4). Everything may throw Unavailable:
 * with `retry` when the directory did not answer, without it when someone has to put something right first.
 */
export type Directory = {
  /** Of whom we ask: the host, for the line's history. */
  server: string;
  /** By e-mail or sign-in address, else by account name; only people's accounts. Two hits are an error, never a guess. */
  findAccount(who: { email: string; account?: string }): Promise<DirectoryAccount | null>;
  isMember(account: AccountKey, groupName: string): Promise<boolean>;
  /** Idempotent, and read back before it answers. */
  addToGroup(account: AccountKey, groupName: string): Promise<GroupChange>;
  /** Idempotent, and read back before it answers. */
  removeFromGroup(account: AccountKey, groupName: string): Promise<GroupChange>;
  /** The people who stand in the group themselves, not through another group. */
  listMembers(groupName: string): Promise<DirectoryAccount[]>;
  /**
   * Idempotent: an account of that name which the portal made before is returned; one that the portal has disabled since is enabled again,
   * with a new password. One that someone else made or disabled is an error. The password is random and known to nobody.
   */
  createDeviceAccount(wanted: { name: string; description: string }): Promise<DirectoryAccount>;
  /** Idempotent; everything else about the account stays as it was. */
  disableAccount(id: string): Promise<void>;
  /** Changes nothing and does not throw: reachable, signed in, and allowed to do what the portal will ask for. */
  check(groupNames?: readonly string[]): Promise<Check[]>;
};
