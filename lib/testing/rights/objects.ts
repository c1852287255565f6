import { mergeTicket } from "@/lib/tickets/merge-ticket";
import { pauseTicket } from "@/lib/tickets/pause-ticket";
import { resolveTicket } from "@/lib/tickets/resolve-ticket";
import { faultIn } from "../tickets";
import type { World } from "../world";
import { colleaguesOf, contextOf } from "./personas";

/** What an act is tried on. The queue of "member" is worked by whoever asks; of the rest only their own agents do. */
export const objects = [
  ...["own", "same-unit", "other-unit", "member", "confidential", "own-confidential", "elsewhere", "absent"],
] as const;

export type State = "open" | "paused" | "resolved" | "merged";
/** `other`: a second ticket of the same sort. `assignee`: someone who works its queue. */
export type Target = { reference: string; other: string; assignee: string };

/** Makes each sort of ticket once: what is refused leaves it as it was, and what is done is rolled back. */
export function targetsIn(world: World, elsewhere: World) {
  const made = new Map<string, Promise<Target>>();
  return async (object: string, who: string, state: State): Promise<Target | null> => {
    if (object === "absent") return { reference: "000-0000", other: "000-0001", assignee: "first" };
    const ctx = await contextOf(world, who);
    const isPerson = ctx.actor.kind === "person";
    if (object.startsWith("own") && !isPerson) return null;
    const { same, other } = colleaguesOf(ctx);
    const requester = object.startsWith("own") ? who : object === "same-unit" ? same : other;
    const category = object.endsWith("confidential") ? "sensitive" : object === "member" ? "everyone" : "ipad/sync";
    const assignee = category === "ipad/sync" ? "first" : "second";
    const make = async (): Promise<Target> => {
      const place = object === "elsewhere" ? elsewhere : world;
      const by = object === "elsewhere" ? "staff" : requester;
      const [reference, second] = [await faultIn(place, { category }, by), await faultIn(place, { category }, by)];
      await bring(place, { reference, other: second, assignee }, state);
      return { reference, other: second, assignee };
    };
    const key = object === "elsewhere" ? `elsewhere ${state}` : `${object} ${requester} ${state}`;
    const found = made.get(key) ?? make();
    made.set(key, found);
    return found;
  };
}

async function bring(world: World, { reference, other }: Target, state: State): Promise<void> {
  const agent = await world.as("second");
  const reviewAt = new Date(agent.now.getTime() + 7 * 86_400_000);
  if (state === "paused") await pauseTicket(agent, { reference, reason: "Väntar", waitingFor: "requester", reviewAt });
  if (state === "resolved") await resolveTicket(agent, { reference, resolution: "Löst", code: "fixed" });
  if (state === "merged") await mergeTicket(agent, { reference, into: other });
}
