import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { applicationRole, closeDatabase, type Database } from "@/db/client";
import * as schema from "@/db/schema";
import type { Context } from "@/lib/base/context";

/** One node of a plan that was carried out; `rows` is how many it gave, all its loops together. */
export type PlanNode = { type: string; relation: string | undefined; rows: number };

type Raw = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  Plans?: Raw[];
};

/** Every node of the plans by which `act`'s statements about tickets are answered, as the portal's own role under row-level security. */
export async function explained(ctx: Context, act: () => Promise<unknown>): Promise<PlanNode[]> {
  const heard: { query: string; params: unknown[] }[] = [];
  const client = postgres(process.env.DATABASE_URL ?? "", {
    onnotice: () => {},
    connection: { role: applicationRole },
  });
  const logger = { logQuery: (query: string, params: unknown[]) => void heard.push({ query, params }) };
  await closeDatabase();
  const shared = globalThis as { serviceportalenDatabase?: Database };
  shared.serviceportalenDatabase = { db: drizzle(client, { schema, logger }), close: () => client.end({ timeout: 5 }) };
  await act();
  const asked = heard.filter(({ query }) => query.includes('from "tickets"'));
  const plans = await client.begin(async (sql) => {
    await sql`select set_config('app.organisation', ${ctx.organisation.id}, true)`;
    const all: PlanNode[] = [];
    for (const { query, params } of asked) {
      const [row] = await sql.unsafe(`explain (analyze, format json) ${query}`, params as never[]);
      const [answer] = (row?.["QUERY PLAN"] ?? []) as { Plan: Raw }[];
      all.push(...nodesOf(answer?.Plan));
    }
    return all;
  });
  await closeDatabase();
  if (plans.length === 0) throw new Error("nothing was asked of tickets");
  return plans;
}

function nodesOf(node: Raw | undefined): PlanNode[] {
  if (!node) return [];
  const own = {
    ...{ type: node["Node Type"], relation: node["Relation Name"] },
    rows: node["Actual Rows"] * node["Actual Loops"],
  };
  return [own, ...(node.Plans ?? []).flatMap(nodesOf)];
}
