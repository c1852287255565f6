import { openTicket } from "@/lib/tickets/open-ticket";
import { getTicket } from "@/lib/tickets/queries";
import { OpenTicket } from "@/lib/tickets/schema";
import type { World } from "./world-of";

/** What the demo's staff would report, with anything else on top. */
export function faultOf(changes: Partial<Record<keyof OpenTicket, unknown>> = {}): OpenTicket {
  const fault = {
    type: "incident",
    title: "Kalendern synkar inte",
    description: "Sedan i går.",
    category: "ipad/sync",
  };
  return OpenTicket.parse({ ...fault, ...changes });
}

/** A fault reported by staff at the world's morning; its reference. */
export async function faultIn(
  world: World,
  changes: Partial<Record<keyof OpenTicket, unknown>> = {},
  who = "staff",
): Promise<string> {
  return (await openTicket(await world.as(who), faultOf(changes))).reference;
}

/** Each clock that holds now, as "target state dueAt". */
export async function clocksOf(world: World, reference: string, at?: Date): Promise<Record<string, string>> {
  const { clocks } = await getTicket(world.portal(at), reference);
  return Object.fromEntries(
    clocks
      .filter(({ end }) => end !== "replaced")
      .map(({ target, clock }) => [target, `${clock.state} ${clock.dueAt.toISOString()}`]),
  );
}
