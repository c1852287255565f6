import { sql } from "drizzle-orm";
import * as z from "zod";
import { listen, type Tx } from "@/db/client";
import { processWide } from "@/lib/base/process-wide";

/** What is told on the channel: who must ask again, and about which ticket. Never what changed. */
export const Signal = z.object({ organisation: z.uuid(), kind: z.enum(["ticket", "presence"]), id: z.uuid() });
export type Signal = z.output<typeof Signal>;

/** Null: the connection was lost and is back, and anything may have been missed. */
export type Heard = (signal: Signal | null) => void;

const channel = "live";

type Ear = { followers: Map<string, Set<Heard>>; listening: Promise<() => Promise<void>> | null };

const ear = processWide<Ear>("liveSignals", () => ({ followers: new Map(), listening: null }));

/** Hears what is signalled in one organisation; answers how to stop. However many follow, the process listens once. */
export async function followSignals(organisationId: string, heard: Heard): Promise<() => void> {
  const { followers } = ear.value;
  const those = followers.get(organisationId) ?? new Set();
  followers.set(organisationId, those.add(heard));
  const stop = () => {
    those.delete(heard);
    if (those.size === 0 && followers.get(organisationId) === those) followers.delete(organisationId);
  };
  ear.value.listening ??= listen(channel, passOn);
  await ear.value.listening.catch((fault) => {
    ear.value.listening = null;
    stop();
    throw fault;
  });
  return stop;
}

/** Signals when the transaction commits, and not at all when it does not. */
export async function signal(tx: Tx, what: Signal): Promise<void> {
  await tx.execute(sql`select pg_notify(${channel}, ${JSON.stringify(what)})`);
}

/** The process ends, or a test does. */
export async function stopListening(): Promise<void> {
  const { listening } = ear.value;
  ear.value.listening = null;
  ear.value.followers.clear();
  await (await listening?.catch(() => undefined))?.();
}

function passOn(payload: string): void {
  const { followers } = ear.value;
  const told = payload === "" ? null : Signal.safeParse(JSON.parse(payload)).data;
  if (told === undefined) return;
  const those = told ? [followers.get(told.organisation) ?? []] : followers.values();
  for (const each of those) for (const heard of each) heard(told);
}
