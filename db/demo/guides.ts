import { accountGuides } from "./guides/account";
import { agentGuides } from "./guides/agents";
import type { SeedGuide } from "./guides/content";
import { endGuides } from "./guides/end-of-life";
import { ipadGuides } from "./guides/ipad";
import { networkGuides } from "./guides/network";
import { scopeGuides } from "./guides/scope";

/** What A11–A13 and B5–B8 say, in own words: what people most often ask, and what agents need at hand. */
export const seedGuides: readonly SeedGuide[] = [
  ...networkGuides,
  ...ipadGuides,
  ...accountGuides,
  ...scopeGuides,
  ...endGuides,
  ...agentGuides,
];
