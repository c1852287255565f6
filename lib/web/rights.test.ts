import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { type Context, read } from "@/lib/base/context";
import { Invalid, NotAllowed, NotFound } from "@/lib/base/errors";
import { actsOnTicket, jobsOwn, otherActs } from "@/lib/testing/rights/acts";
import { objects, targetsIn } from "@/lib/testing/rights/objects";
import { contextOf, peopleOfTable, personas } from "@/lib/testing/rights/personas";
import { prepared, prepareIn } from "@/lib/testing/rights/prepared";
import { sourcesIn, walk } from "@/lib/testing/sources";
import { makeWorld, rolledBack, type World } from "@/lib/testing/world";

process.env.SEAL_KEY ??= "a key for these tests, long enough to be one";
process.env.ALLOW_ADDRESSES = "127.0.0.0/8";

/** The rooms whose every write stands in the table. */
const rooms = ["tickets", "escalation", "desk", "intake", "disruptions", "guides", "attachments", "webhooks"];

type Row = { verb: string; object: string; cells: Record<string, string> };

const [heading = "", ...lines] = readFileSync(new URL("./rights.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n");
const columns = heading.split("\t").slice(2);
const table: Row[] = lines.map((line) => {
  const [verb = "", object = "", ...cells] = line.split("\t").map((cell) => cell.trim());
  return { verb, object, cells: Object.fromEntries(columns.map((who, n) => [who.trim(), cells[n] ?? ""])) };
});
const expectedOf = (verb: string, object: string) =>
  table.find((row) => row.verb === verb && row.object === object)?.cells;

let world: World;
let elsewhere: World;
let targetOf: ReturnType<typeof targetsIn>;
const known = new Map<string, Context>();
const contexts = async (who: string): Promise<Context> => {
  const ctx = known.get(who) ?? (await contextOf(world, who));
  known.set(who, ctx);
  return ctx;
};

beforeAll(async () => {
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
  await peopleOfTable(world);
  targetOf = targetsIn(world, elsewhere);
  prepared.own = await prepareIn(world);
  prepared.elsewhere = await prepareIn(elsewhere);
});

/** "yes": done · "no": not theirs to do (403) · "hidden": as if it were not there (404) · else the field that was refused. */
async function outcome(ctx: Context, isExpected: boolean, act: (ctx: Context) => Promise<unknown>): Promise<string> {
  try {
    if (isExpected) await rolledBack(ctx, async (inside) => void (await act(inside)));
    else await act(ctx);
    return "yes";
  } catch (fault) {
    if (fault instanceof NotAllowed) return "no";
    if (fault instanceof NotFound) return "hidden";
    if (fault instanceof Invalid) return fault.fields.map(({ path }) => path).join();
    throw fault;
  }
}

/** Everything that both organisations hold, but for which clocks tick: what is refused may have changed none of it. */
async function everything(): Promise<unknown> {
  const tables = ["tickets", "history", "comments", "ticket_events", "ticket_transfers", "ticket_links", "letters"];
  const others = [
    ...["queue_members", "ticket_categories", "priority_matrices", "queues", "webhooks", "webhook_deliveries"],
    ...["visits", "time_entries", "drafts", "ticket_presence", "ticket_views", "queue_columns", "canned_answers"],
    ...["checklists", "checklist_ticks", "bulk_runs", "bulk_items", "ticket_ratings", "ticket_reports", "attachments"],
    ...["disruptions", "disruption_messages", "disruption_followers", "disruption_tickets", "disruption_answers"],
    ...["incident_reports", "report_recipients", "guides", "guide_versions", "guide_answers", "guide_showings"],
    ...["inbound_mails", "muted_addresses", "mailed_texts", "scope_answers", "persons"],
  ];
  const digests = [...tables, ...others].map((name) =>
    sql.raw(`(select md5(coalesce(string_agg(t::text, '' order by t::text), '')) from ${name} t) as ${name}`),
  );
  const ask = sql`select ${sql.join(digests, sql.raw(", "))}`;
  return Promise.all([world, elsewhere].map((each) => read(each.portal(), (tx) => tx.execute(ask))));
}

type Prepared = ((ctx: Context) => Promise<unknown>) | null;
type Tried = { verb: string; object: string; acts: Map<string, Prepared> };

let cells = 0;

/** What each persona may do is done and taken back, what they may not is refused; the whole leaves no trace. */
async function check(rows: Tried[]): Promise<void> {
  const before = await everything();
  for (const { verb, object, acts } of rows) {
    const expected = expectedOf(verb, object) ?? {};
    const found: Record<string, string> = {};
    for (const who of personas) {
      const act = acts.get(who);
      found[who] = act ? await outcome(await contexts(who), expected[who] === "yes", act) : "-";
    }
    cells += Object.values(found).filter((cell) => cell !== "-").length;
    expect([verb, object, found]).toEqual([verb, object, expected]);
  }
  expect(await everything()).toEqual(before);
}

describe("each act by each role on each sort of object is what the table says, and a refusal changes nothing", () => {
  it.each(actsOnTicket)(
    "$verb",
    async ({ verb, state = "open", act }) => {
      const rows: Tried[] = [];
      for (const object of objects) {
        const acts = new Map<string, Prepared>();
        for (const who of personas) {
          const target = await targetOf(object, who, state);
          acts.set(who, target && ((ctx) => act(ctx, target)));
        }
        rows.push({ verb, object, acts });
      }
      await check(rows);
    },
    120_000,
  );

  it("on nothing yet, or on the organisation as a whole", async () => {
    await check(
      otherActs.map(({ verb, object, act }) => ({ verb, object, acts: new Map(personas.map((who) => [who, act])) })),
    );
  }, 300_000);

  it("is asserted cell by cell", () => {
    process.stdout.write(`rights: ${cells} cells asserted, ${table.length} rows\n`);
    expect(cells).toBeGreaterThan(1500);
    expect(columns.map((who) => who.trim())).toEqual([...personas]);
    expect(table).toHaveLength(actsOnTicket.length * objects.length + otherActs.length);
  });
});

/** An exported function that takes a context, joins nobody's transaction, and writes, by itself or by a verb that it calls. */
function verbsOf(folders: readonly string[]): { name: string; path: string }[] {
  const sources = sourcesIn("lib").filter(
    ({ path, isTest }) => !isTest && folders.some((room) => path.startsWith(`lib/${room}/`)),
  );
  const found = sources.flatMap((source) => exportedActs(source).map((act) => ({ ...act, path: source.path })));
  const writes = new Set(found.filter(({ body }) => /\binTransaction\(/.test(body)).map(({ name }) => name));
  for (let size = -1; size !== writes.size; ) {
    size = writes.size;
    for (const { name, body } of found) if ([...writes].some((verb) => body.includes(`${verb}(`))) writes.add(name);
  }
  return found.filter(({ name, isOpen }) => isOpen && writes.has(name));
}

function exportedActs(source: ReturnType<typeof sourcesIn>[number]) {
  const acts: { name: string; body: string; isOpen: boolean }[] = [];
  walk(source, (node, file) => {
    const isTop = node.parent === file || node.parent?.parent?.parent === file;
    const named = ts.isFunctionDeclaration(node) ? node : ts.isVariableDeclaration(node) ? node : null;
    if (!isTop || !named?.name) return;
    const made = ts.isFunctionDeclaration(node) ? node : ts.isVariableDeclaration(node) ? node.initializer : undefined;
    if (!made || !(ts.isFunctionDeclaration(made) || ts.isArrowFunction(made))) return;
    const statement = ts.isFunctionDeclaration(node) ? node : node.parent.parent;
    const isExported = statement.getText(file).startsWith("export ");
    const takes = made.parameters.map((each) => each.type?.getText(file) ?? "");
    const isOpen = isExported && takes[0] === "Context" && !takes.includes("Tx");
    acts.push({ name: named.name.getText(file), body: made.body?.getText(file) ?? "", isOpen });
  });
  return acts;
}

describe("the table is whole", () => {
  const verbs = verbsOf(rooms);

  it("has a row for every write verb there is", () => {
    const listed = new Set([...table.map(({ verb }) => verb.split(" ")[0]), ...Object.keys(jobsOwn)]);
    expect(verbs.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["assignTicket", "mergeTicket", "pauseUntilDay"]),
    );
    expect(verbs.filter(({ name }) => !listed.has(name)).map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
    expect([...listed].filter((name) => !verbs.some((verb) => verb.name === name))).toEqual([]);
  });

  it("leaves out only what a job, a command or a verb of the same room calls", () => {
    const all = sourcesIn("app", "lib").filter(({ isTest }) => !isTest);
    for (const [name, known] of Object.entries(jobsOwn)) {
      const callers = all.filter(({ text }) => new RegExp(`import \\{[^}]*\\b${name}\\b`).test(text));
      expect([name, callers.map(({ path }) => path).sort()]).toEqual([name, known]);
      const room = verbs.find((verb) => verb.name === name)?.path.split("/")[1];
      for (const caller of known) expect(["jobs", "commands", room]).toContain(caller.split("/")[1]);
    }
  });
});
