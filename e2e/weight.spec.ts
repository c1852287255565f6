import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { pagesOpenTo } from "@/lib/testing/who-may-open";
import { expect, test } from "./fixtures";
import { ordersInStates } from "./orders-in-states";
import { states } from "./states";
import { closeVisits, pageOf } from "./visits";

/** What a page's own JavaScript may weigh above what every page carries, in kB; a page not named here carries none of its own. */
const form = 8;
const mayAdd: Record<string, number> = {
  ...{ "/services/[service]/which": 1, "/services/[service]/order/form": 55, "/services/[service]/order/check": form },
  ...{ "/orders/[reference]": form, "/orders/[reference]/cancel": form, "/orders/[reference]/change": form },
  ...{ "/approvals": form, "/approvals/substitutes": form, "/approvals/[reference]": form, "/account": form },
  ...{ "/desk": form, "/desk/orders/[reference]": form, "/desk/orders/[reference]/serial-numbers": form },
  "/desk/orders/[reference]/hand-over": form,
  ...{ "/report": form, "/report/scope": form, "/report/device": form, "/report/fault": form, "/report/check": form },
  ...{ "/tickets/[reference]": form, "/tickets/[reference]/cancel": form },
  ...{ "/desk/keys": form, "/desk/register": form + 2, "/desk/visits": form },
  ...{
    "/guides/[slug]": form,
    "/desk/guides/new": form,
    "/desk/guides/[slug]": form,
    "/desk/guides/[slug]/edit": form,
  },
  // The button "Jag har också det här" may stand on each of these.
  ...{ "/": 3, "/services/[service]": 3, "/services/[service]/order": 3, "/disruptions": 3, "/disruptions/[id]": 3 },
  ...{ "/desk/disruptions/[id]": form, "/desk/disruptions/new": form, "/desk/disruptions/recipients": form },
  ...{ "/desk/answers": form, "/desk/tickets/[reference]": 12, "/desk/tickets/[reference]/merge": form },
  "/desk/tickets/[reference]/transfer": form,
  ...{ "/desk/setup/categories": form, "/desk/setup/priorities": form, "/desk/setup/queues": form },
  ...{ "/desk/setup/queues/[slug]": form, "/desk/setup/checklists": form },
  ...{ "/desk/views": form, "/desk/bulk": form, "/desk/bulk/[run]": form },
};

test.afterAll(closeVisits);

/** The scripts of the page as they are sent, in bytes after gzip; those for browsers without modules are never fetched. */
async function scriptsOf(page: Page, known: Map<string, number>): Promise<number> {
  const addresses = await page.evaluate(() => [
    ...new Set([...document.querySelectorAll<HTMLScriptElement>("script[src]:not([nomodule])")].map(({ src }) => src)),
  ]);
  let sum = 0;
  for (const address of addresses) {
    const bytes = known.get(address) ?? gzipSync(await (await page.request.get(address)).body(), { level: 9 }).length;
    known.set(address, bytes);
    sum += bytes;
  }
  return sum;
}

test("a page ships the framework and what it needs itself, nothing more", async ({ browser, portal, baseURL }) => {
  test.setTimeout(300_000);
  const orders = await ordersInStates(portal);
  const sizes = new Map<string, number>();
  const known = new Map<string, number>();
  for (const state of states) {
    if (sizes.has(state.page) || !(state.page in pagesOpenTo)) continue;
    const page = await pageOf(browser, portal, state);
    await page.goto(`${baseURL}${state.at(orders)}`);
    await state.reach?.(page);
    // What the pages on the way have brought is not this one's.
    await page.reload();
    sizes.set(state.page, await scriptsOf(page, known));
  }
  const floor = Math.min(...sizes.values());
  const inKb = (bytes: number) => (bytes / 1000).toFixed(1).padStart(7);
  const lines = [...sizes].map(([page, bytes]) => `${inKb(bytes)} ${inKb(bytes - floor)}  ${page}`);
  process.stdout.write(`\nClient JavaScript, kB after gzip: all of it, of which the page's own\n${lines.join("\n")}\n`);
  const heavy = [...sizes].filter(([page, bytes]) => (bytes - floor) / 1000 > (mayAdd[page] ?? 0));
  expect(heavy).toEqual([]);
});
