import { sql } from "drizzle-orm";
import { database, type Tx } from "@/db/client";
import type { OrganisationSettings } from "@/db/schema/organisations";
import type { Language, LetterOrigin, Role, TokenScope } from "@/db/words";

export type Organisation = {
  id: string;
  slug: string;
  name: string;
  timeZone: string;
  isDemo: boolean;
  settings: OrganisationSettings;
};

/** A role within a unit's subtree. `lentBy`: the person whose role it is, for whom this one stands in. */
export type Grant = { role: Role; unitPath: string; lentBy?: string };

export type Person = {
  kind: "person";
  personId: string;
  name: string;
  email: string;
  unitId: string;
  unitPath: string;
  grants: Grant[];
  /** When the person last proved who they are: at sign-in, or by `npm run token`. Null for a token made on a page, which proves nothing. */
  authenticatedAt: Date | null;
  /** Present when a token acts for the person. */
  scopes?: TokenScope[];
};

/** Who acts: a person, the portal itself (worker), or nobody known (public pages). */
export type Actor = Person | { kind: "portal" } | { kind: "anonymous" };

/** A letter that waits: many acts at once tell each requester once. */
export type HeldLetter = {
  to: { id: string; email: string; language: Language };
  kind: string;
  dedupeKey: string;
  content: unknown;
  about: { ticket?: { id: string; reference: string }; origin?: LetterOrigin };
};

export type Context = {
  organisation: Organisation;
  actor: Actor;
  now: Date;
  language: Language;
  /** The request's or job's reference, in log and history. */
  request: string;
  /** Set inside a transaction; a verb called with it joins in. */
  tx?: Tx;
  /** Where letters are laid instead of in the outbox, by whoever will tell of several acts at once. */
  heldLetters?: HeldLetter[];
};

/** Runs `act` in one transaction that sees the context's organisation alone (row-level security); nested calls are savepoints. */
export function inTransaction<T>(ctx: Context, act: (tx: Tx) => Promise<T>): Promise<T> {
  if (ctx.tx) return ctx.tx.transaction(act);
  return database().transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.organisation', ${ctx.organisation.id}, true)`);
    return act(tx);
  });
}

/** The same for reads: a read-only transaction, so a read that writes fails. */
export function read<T>(ctx: Context, act: (tx: Tx) => Promise<T>): Promise<T> {
  if (ctx.tx) return act(ctx.tx);
  return database().transaction(
    async (tx) => {
      await tx.execute(sql`select set_config('app.organisation', ${ctx.organisation.id}, true)`);
      return act(tx);
    },
    { accessMode: "read only" },
  );
}
