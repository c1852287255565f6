import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { mailOf } from "@/lib/testing/mails";
import { orderAt } from "@/lib/testing/orders";
import { type RestClient, restClient, tokenOf } from "@/lib/testing/rest-client";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, mondayMorning, setNow, type World } from "@/lib/testing/world";
import { addAttachment } from "@/lib/tickets/add-attachment";
import { addWebhook } from "@/lib/webhooks/add-webhook";
import { restCalls } from "./rest-calls";
import { bodyExamples } from "./rest-examples";

process.env.SEAL_KEY ??= "a key for these tests, long enough to be one";
process.env.ALLOW_ADDRESSES = "127.0.0.0/8";

const [heading = "", ...lines] = readFileSync(new URL("./rest-rights.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n");
const roles = heading
  .split("\t")
  .slice(1)
  .map((who) => who.trim());
const table = new Map(
  lines.map((line) => {
    const [call = "", ...cells] = line.split("\t").map((cell) => cell.trim());
    return [call, Object.fromEntries(roles.map((who, n) => [who, cells[n] ?? ""]))];
  }),
);
const calls = Object.entries(restCalls).flatMap(([path, of]) => Object.keys(of).map((method) => `${method} ${path}`));

let world: World;
const clients = new Map<string, RestClient>();

beforeAll(async () => {
  setNow(mondayMorning);
  world = await makeWorld();
  // A token for mail is an administrator's alone.
  for (const who of roles)
    clients.set(
      who,
      restClient(await tokenOf(world, who, ["read", "write", ...(who === "admin" ? ["mail" as const] : [])])),
    );
});

const file = { name: "logg.txt", content: Buffer.from("Fel 42") };

/** Bodies that are no JSON. */
const ownBodies: Record<string, () => FormData | string> = {
  "POST /tickets/{reference}/attachments": () => {
    const form = new FormData();
    form.set("file", new File([file.content], file.name));
    return form;
  },
  "POST /inbound-mail": () => mailOf({ from: "eva@annan.example", body: "Skrivaren står." }).toString("utf8"),
};

/** What each call is asked with, so that only who asks can be a reason to refuse it. The object is staff's own, and the agents' to work. */
async function asked(call: string): Promise<{ address: string; body: unknown }> {
  const [method = "", path = ""] = call.split(" ");
  const isOrder = path.startsWith("/orders/");
  const order = isOrder ? await orderAt(world, "placed") : null;
  const reference = order?.reference ?? (path.includes("{reference}") ? await faultIn(world) : "");
  const hook = { url: "http://127.0.0.1:9/hook", events: ["tickets.opened" as const], includesConfidential: false };
  const id = path.startsWith("/webhooks/{id}")
    ? (await addWebhook(await world.as("admin"), hook)).id
    : path.endsWith("/attachments/{id}")
      ? (await addAttachment(await world.as("staff"), { reference, ...file, visibility: "public" })).id
      : "";
  const places = { reference, line: order?.lineId ?? "", service: "ipad", id };
  const address = path.replace(/\{(\w+)\}/g, (_, name: keyof typeof places) => places[name]);
  const into = /merges|duplicates/.test(path) ? { into: await faultIn(world) } : null;
  const example = Object.values(bodyExamples[call] ?? {})[0];
  const body = into ?? ownBodies[call]?.() ?? (call === "POST /webhooks" ? hook : example);
  return { address: `${method} ${address}`, body: method === "GET" ? undefined : body };
}

const headersOf = (call: string): Record<string, string> =>
  call === "POST /inbound-mail" ? { "content-type": "message/rfc822" } : {};

test("every call there is has its row, and every row its call", () => {
  expect([...table.keys()].sort()).toEqual([...calls].sort());
});

test.each(calls)("who may %s", async (call) => {
  const { address, body } = await asked(call);
  const found: Record<string, string> = {};
  for (const who of roles) {
    const status = (await clients.get(who)?.(address as "GET /", body, headersOf(call)))?.status ?? 0;
    expect(status).toBeGreaterThan(0);
    // What the body or the state says no to has passed the question of who asks.
    found[who] = status === 403 || status === 404 ? String(status) : status >= 500 ? "fault" : "may";
  }
  expect(found).toEqual(table.get(call));
});

test("says how much it asserts", () => {
  process.stdout.write(`REST rights: ${calls.length * roles.length} cells asserted, ${calls.length} calls\n`);
  expect(calls.length * roles.length).toBeGreaterThan(400);
});
