import { getOrganisation } from "@/lib/people/organisations";
import { worldOf } from "../world-of";
import { crashAt } from "./crash-at";
import { runFlow, type Wanted } from "./run-flow";

export type FlowOrder = { slug: string; wanted: Omit<Wanted, "at"> & { at: string }; crashAt: number };

/** One order's whole way as a process that may be killed at any moment. It loads, and then waits to be told what is wanted. */
process.once("message", async ({ slug, wanted, crashAt: number }: FlowOrder) => {
  crashAt(number);
  await runFlow(worldOf(await getOrganisation(slug)), { ...wanted, at: new Date(wanted.at) });
  process.exit(0);
});
