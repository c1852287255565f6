import type { Reach } from "./reach";
import { named, rows, type State, state } from "./state";

const aGuide = "du-har-glomt-koden-till-ipaden";
const openFirst: Reach = async (page) => {
  await page.locator("main a[href*='/disruptions/']:not([href*='/recipients'], [href$='/new'])").first().click();
  await page.waitForURL(/disruptions\/[0-9a-f-]{36}/);
};

const guides: State[] = [
  state("/guides", "visitor", "", { shows: ".guide-list a" }),
  state("/guides", "agent", "", { by: "first", shows: ".guide-list .status" }),
  state("/guides", "search with hits", "?q=skriva+ut", { by: "staff", shows: ".guide-list a" }),
  state("/guides", "search without hits", "?q=xyzzy", {}),
  named("/guides/[slug]", `/guides/${aGuide}`, "visitor", { shows: ".guide-text ol" }),
  named("/guides/[slug]", `/guides/${aGuide}?from=report`, "from a report", { by: "staff", shows: ".guide-answer" }),
  state("/desk/guides", "", "", { by: "first", shows: rows }),
  state("/desk/guides/new", "", "", { by: "first", shows: "#guide" }),
  named("/desk/guides/[slug]", `/desk/guides/${aGuide}`, "", { by: "lead", shows: ".guide-version" }),
  named("/desk/guides/[slug]/edit", `/desk/guides/${aGuide}/edit`, "", { by: "first", shows: "#guide" }),
];

const ofLinderas = { from: "linderas" } as const;
const disruptions: State[] = [
  state("/", "with a disruption", "", { ...ofLinderas, by: "staff2", shows: ".disruption" }),
  state("/disruptions", "going on", "", { ...ofLinderas, by: "orderer", shows: ".disruption form" }),
  state("/disruptions", "all well", "", {}),
  named("/disruptions/[id]", "/disruptions", "going on", {
    ...ofLinderas,
    by: "orderer",
    reach: openFirst,
    shows: ".timeline",
  }),
  state("/desk/disruptions", "", "", { ...ofLinderas, by: "first", shows: rows }),
  state("/desk/disruptions/new", "", "", { by: "first", shows: "#declare" }),
  named("/desk/disruptions/[id]", "/desk/disruptions", "", {
    ...ofLinderas,
    by: "lead",
    reach: openFirst,
    shows: "details:has(#mark)",
  }),
  state("/desk/disruptions/recipients", "", "", { by: "lead", shows: "#recipients" }),
];

export const knowledgeStates: State[] = [...guides, ...disruptions];
