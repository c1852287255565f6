import type { Translate } from "@/lib/base/language";
import { type KeyAct, keyTable } from "./key-table";

/** Every act that has a key, in words: "Tilldela mig". */
export function listed(t: Translate): Record<KeyAct, string> {
  const acts = Object.values(keyTable).flatMap((rows) => rows.map(({ act }): KeyAct => act));
  return Object.fromEntries(acts.map((act) => [act, t(`live.keys.acts.${act}`)])) as Record<KeyAct, string>;
}
