import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { pagesOpenTo } from "@/lib/testing/who-may-open";
import { expect, test } from "./fixtures";
import { ordersInStates } from "./orders-in-states";
import { states } from "./states";
import { closeVisits, pageOf } from "./visits";

/** What a page's own JavaScript may weigh above what every page carries, in kB; a page not named here carries none of its own. */
const form = 8;
/** The desk's frame alone: live events, the palette and the keys; and with its forms, which keep what was typed and say what has changed. */
const desk = 4;
const deskForm = 11;
const mayAdd: Record<string, number> = {
  ...{ "/services/[service]/which": 1, "/services/[service]/order/form": 55, "/services/[service]/order/check": form },
  ...{ "/orders/[reference]": form, "/orders/[reference]/cancel": form, "/orders/[reference]/change": form },
  ...{ "/approvals": form, "/approvals/substitutes": form, "/approvals/[reference]": form, "/account": form },
  ...{ "/report": form, "/report/scope": form, "/report/device": form, "/report/fault": form, "/report/check": form },
  ...{ "/report/outside": 1, "/guides/[slug]": form },
  ...{ "/tickets/[reference]": 10, "/tickets/[reference]/cancel": form, "/tickets/[reference]/confirmation": form },
  // The button "Jag har också det här" may stand on each of these.
  ...{ "/": 4, "/services/[service]": 4, "/services/[service]/order": 4, "/disruptions": 4, "/disruptions/[id]": 4 },
  ...{ "/desk/keys": desk, "/desk/search": desk, "/desk/guides": desk, "/desk/disruptions": desk },
  ...{ "/desk/views": deskForm, "/desk/bulk": deskForm, "/desk/bulk/[run]": deskForm, "/desk/answers": deskForm },
  ...{ "/desk/register": deskForm + 3, "/desk/visits": deskForm, "/desk/mail": deskForm },
  ...{ "/desk/orders/[reference]": deskForm + 2, "/desk/orders/[reference]/serial-numbers": deskForm },
  "/desk/orders/[reference]/hand-over": deskForm,
  // The queue's own rows and the ticket's conversation come anew by themselves.
  ...{ "/desk": 15, "/desk/tickets/[reference]": 15, "/desk/tickets/[reference]/transfer": deskForm },
  ...{ "/desk/tickets/[reference]/merge": deskForm, "/desk/tickets/[reference]/split": deskForm },
  ...{ "/desk/guides/new": deskForm, "/desk/guides/[slug]": deskForm, "/desk/guides/[slug]/edit": deskForm },
  ...{ "/desk/disruptions/[id]": deskForm, "/desk/disruptions/new": deskForm },
  "/desk/disruptions/recipients": deskForm,
  ...{ "/desk/setup": desk, "/desk/setup/categories": deskForm, "/desk/setup/priorities": deskForm },
  ...{ "/desk/setup/queues": deskForm, "/desk/setup/queues/[slug]": deskForm, "/desk/setup/checklists": deskForm },
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
