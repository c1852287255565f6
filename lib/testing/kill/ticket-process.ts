import { getOrganisation } from "@/lib/people/organisations";
import { worldOf } from "../world-of";
import { crashAt } from "./crash-at";
import { runTicketFlow } from "./run-ticket-flow";

export type TicketOrder = { slug: string; key: string; at: string; crashAt: number };

/** One ticket's whole way as a process that may be killed at any moment. It loads, and then waits to be told what is wanted. */
process.once("message", async ({ slug, key, at, crashAt: number }: TicketOrder) => {
  crashAt(number);
  await runTicketFlow(worldOf(await getOrganisation(slug)), { key, at: new Date(at) });
  process.exit(0);
});
