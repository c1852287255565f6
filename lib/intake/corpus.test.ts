import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { count, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { letters } from "@/db/schema/history";
import { inboundMails } from "@/db/schema/intake";
import { comments, tickets } from "@/db/schema/tickets";
import { read } from "@/lib/base/context";
import { arrive, connectMail } from "@/lib/testing/mails";
import { makeWorld, type World } from "@/lib/testing/world";

process.env.SEAL_KEY ??= "a-key-for-tests-that-is-long-enough-0123";

const folder = fileURLToPath(new URL("../mail/inbound/corpus/", import.meta.url));
const raw = (name: string) => readFileSync(`${folder}${name}.eml`);
const expected = readFileSync(`${folder}expected.tsv`, "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [name = "", kind = "", reason = "", detail = "", , fresh = ""] = line.split("\t");
    return { name, kind, reason, detail, fresh: fresh.replaceAll("\\n", "\n") };
  });
const outcomes: Record<string, string> = { person: "opened", quarantine: "quarantined" };
const counted = new Map<string, number>();

let world: World;

beforeAll(async () => {
  world = await makeWorld();
  await connectMail(world, { listIds: ["it-hjalp.aminne.example"], authenticationServer: "mx.aminne.example" });
});

const there = () =>
  read(world.portal(), async (tx) => {
    const tables = [tickets, comments, letters, inboundMails];
    return Promise.all(tables.map(async (table) => (await tx.select({ n: count() }).from(table))[0]?.n));
  });

it.each(expected)("$name ($kind) ends as it should, once", async ({ name, kind, reason, detail, fresh }) => {
  const wanted = outcomes[kind] ?? "ignored";
  const before = await there();
  const answer = await arrive(world, raw(name));
  expect(answer.outcome).toBe(wanted);
  if (kind === "quarantine") expect(answer.reason).toBe(reason);
  if (wanted === "ignored") expect(answer.reason).toBe(kind);
  const after = await there();
  const isOpened = wanted === "opened" ? 1 : 0;
  expect(after.map((n = 0, at) => n - (before[at] ?? 0))).toEqual([isOpened, 0, isOpened, 1]);
  expect(await arrive(world, raw(name))).toEqual(answer);
  expect(await there()).toEqual(after);
  if (isOpened) await checkOpened(answer.reference ?? "", detail, fresh);
  counted.set(answer.outcome, (counted.get(answer.outcome) ?? 0) + 1);
});

async function checkOpened(reference: string, detail: string, fresh: string): Promise<void> {
  const [ticket] = await read(world.portal(), (tx) =>
    tx.select().from(tickets).where(eq(tickets.reference, reference)),
  );
  expect(ticket).toMatchObject({ channel: "email", status: "new" });
  if (fresh !== "*" && fresh !== "") expect(ticket?.description).toBe(fresh);
  const [letter] = await read(world.portal(), (tx) =>
    tx
      .select()
      .from(letters)
      .where(eq(letters.ticketId, ticket?.id ?? "")),
  );
  expect(letter).toMatchObject(
    detail === "unanswered" ? { status: "held", heldBecause: "notAnswered" } : { status: "queued", origin: "answer" },
  );
}

afterAll(() => {
  const counts = [...counted].map(([outcome, n]) => `${n} ${outcome}`).join(", ");
  process.stdout.write(`corpus through the database: ${expected.length} messages: ${counts}\n`);
});
