import { getOrganisation } from "@/lib/people/organisations";
import { worldOf } from "../world";
import { runFlow, type Wanted } from "./run-flow";

/** One order's whole way as a process that may be killed at any moment; FLOW holds what is wanted. */
const { slug, ...wanted } = JSON.parse(process.env.FLOW ?? "{}") as Wanted & { slug: string };
await runFlow(worldOf(await getOrganisation(slug)), { ...wanted, at: new Date(wanted.at) });
process.exit(0);
