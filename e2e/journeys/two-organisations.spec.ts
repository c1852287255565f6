import type { Page, Request } from "@playwright/test";
import { referenceOf } from "@/lib/base/reference";
import { expect, type Portal, test } from "../fixtures";
import { approved, orderNow, placed } from "../given";

const notFound = "Sidan finns inte";

/** The page as it answers: its status, and what stands in main. */
async function seen(page: Page, path: string) {
  const answer = await page.goto(path);
  return { status: answer?.status(), main: await page.getByRole("main").innerText() };
}

test("another municipality gets the same page for what is there and for what is not", async ({ portal }) => {
  const { reference } = await approved(portal);
  const { reference: waiting } = await placed(portal);
  const absent = referenceOf(999_999);
  const paths: [string, string][] = [
    ["staff", "/orders/#"],
    ["staff", "/orders/#/confirmation"],
    ["manager", "/approvals/#"],
    ["first", "/desk/orders/#"],
    ["first", "/desk/orders/#/serial-numbers"],
    ["first", "/desk/orders/#/hand-over"],
  ];
  for (const who of ["staff", "manager", "first"]) {
    const theirs = await portal.signedInAs(who, { municipality: "linderas" });
    for (const [, path] of paths.filter(([each]) => each === who)) {
      const hidden = await seen(theirs, path.replace("#", who === "manager" ? waiting : reference));
      expect(hidden.status, path).toBe(404);
      expect(hidden.main).toContain(notFound);
      expect(hidden).toEqual(await seen(theirs, path.replace("#", absent)));
    }
  }
});

test("REST answers 404 to another municipality, for reads and acts alike", async ({ portal }) => {
  const { reference, lines } = await approved(portal);
  const theirs = { municipality: "linderas" } as const;
  const line = `/v1/orders/${reference}/lines/${lines[0]?.id}`;
  const calls: [string, string, unknown?][] = [
    ["lead", `/v1/orders/${reference}`],
    ["lead", `/v1/tickets/${reference}`],
    ["lead", `/v1/tickets/${reference}/history`],
    ["manager", `/v1/orders/${reference}/approvals`, { decision: "approved" }],
    ["lead", `/v1/orders/${reference}/cancellation`, { reason: "Vi tar den." }],
    ["lead", `${line}/serial-number`, { serialNumber: "DMQLINDERAS1" }],
    ["lead", `${line}/handover`, { receivedBy: "Rolf Skoglind" }],
    ["lead", `/v1/tickets/${reference}/comments`, { body: "Hej", visibility: "public" }],
  ];
  for (const [who, path, body] of calls) {
    const sent = body ? { method: "POST", body: JSON.stringify(body) } : {};
    expect((await portal.api(who, path, { ...sent, ...theirs })).status, path).toBe(404);
  }
  const { items } = await (await portal.api("lead", "/v1/orders?view=desk&limit=100", theirs)).json();
  expect(JSON.stringify(items)).not.toContain(reference);
});

test("a server action sent straight to the server changes nothing for others", async ({ portal, baseURL }) => {
  const { reference } = await approved(portal);
  const agent = await portal.signedInAs("first");
  const captured = await captureSaving(agent, reference);
  const notes = async () => {
    const { items } = await (await portal.api("lead", `/v1/tickets/${reference}/history?limit=100`)).json();
    return (items as { event: string }[]).filter(({ event }) => event === "tickets.commented").length;
  };
  const [before, untouched] = [await notes(), (await orderNow(portal, reference)).version];

  const others: [string, string][] = [
    ["nobody", ""],
    ["another municipality's agent", await sessionOf(portal, "first", "linderas")],
    ["the order's own requester", await sessionOf(portal, "staff", "aminne")],
  ];
  for (const [who, cookie] of others) {
    await replay(captured, cookie, baseURL ?? "");
    expect(await notes(), `replayed as ${who}`).toBe(before);
  }
  const foreign = await replay(captured, await sessionOf(portal, "first", "aminne"), "https://elsewhere.example");
  expect(foreign.status, "from another origin").toBe(403);
  expect(await notes()).toBe(before);
  expect((await orderNow(portal, reference)).version).toBe(untouched);

  await replay(captured, await sessionOf(portal, "first", "aminne"), baseURL ?? "");
  expect(await notes(), "the same request as whoever may").toBe(before + 1);
});

/** Presses the button as an agent does, but keeps the request from the server. */
async function captureSaving(agent: Page, reference: string): Promise<Request> {
  await agent.goto(`/desk/orders/${reference}`);
  const captured = new Promise<Request>((done) => {
    void agent.route(`**/desk/orders/${reference}`, (route) => {
      if (route.request().method() !== "POST") return route.continue();
      done(route.request());
      return route.abort();
    });
  });
  await agent.getByRole("textbox", { name: "Intern anteckning" }).fill("Prova att skicka det här som någon annan.");
  await agent.getByRole("button", { name: "Spara internt" }).click();
  const request = await captured;
  expect(request.headers()["next-action"]).toMatch(/^[0-9a-f]{40,}$/);
  return request;
}

async function sessionOf(portal: Portal, who: string, municipality: "aminne" | "linderas"): Promise<string> {
  const cookies = await (await portal.signedInAs(who, { municipality })).context().cookies();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

function replay(request: Request, cookie: string, origin: string): Promise<Response> {
  const { "content-type": type = "", "next-action": action = "", accept = "" } = request.headers();
  const headers = { "content-type": type, "next-action": action, accept, origin, ...(cookie ? { cookie } : {}) };
  return fetch(request.url(), {
    method: "POST",
    headers,
    body: new Uint8Array(request.postDataBuffer() ?? []),
    redirect: "manual",
  });
}
