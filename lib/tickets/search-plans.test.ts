import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/base/context";
import { ownDatabase } from "@/lib/testing/own-database";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { searchTickets } from "./search-tickets";

/** Enough for the planner to prefer a scan where it may; how long it takes among 200,000 is the bench's to say. */
const count = 8000;

let database: Awaited<ReturnType<typeof ownDatabase>>;
let owner: postgres.Sql;
let world: World;
let first: Context;
let staff: Context;
let reference: string;

beforeAll(async () => {
  database = await ownDatabase();
  world = await makeWorld();
  [first, staff] = [await world.as("first"), await world.as("staff")];
  reference = await faultIn(world, { title: "Mall", description: "Förlagan" });
  owner = postgres(database.url, { max: 1, onnotice: () => {} });
  await fill();
  await owner.unsafe("vacuum analyze");
}, 300_000);
afterAll(async () => {
  await owner?.end();
  await database?.drop();
});

/** Written at once, past the triggers (many minutes otherwise). Copies of one ticket, one in 200 the requester's, with words of which some are everywhere, some rare and one unique; every tenth has a message. */
async function fill(): Promise<void> {
  await owner.unsafe(`
    set session_replication_role = replica;
    drop index ticket_search_words, ticket_search_names;
    create temp table vocabulary as select array['skrivare','kalender','lösenord','skärm','tangentbord','nätverk','konto','programvara','bild','ljud',
      'uppdatering','batteri','laddare','mötesrum','projektor','telefon','server','behörighet','utskrift','synkronisering'] as words;
    insert into tickets select (r).* from (
      select jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'reference', 'S' || n,
        'title', 'iPad ' || words[1 + n % 20] || ' fungerar inte ' || n,
        'description', (select string_agg(words[1 + (n * k) % 20], ' ') from generate_series(1, 40) k) || ' ärende' || n,
        'device_serial_number', 'DMP' || upper(to_hex(1000000 + n)), 'received_at', t.received_at - n * interval '1 minute',
        'requester_id', case when n % 200 = 0 then t.requester_id else (select id from persons where email like 'staff2@%' limit 1) end)) r
      from generate_series(1, ${count}) n, vocabulary, tickets t where t.reference = '${reference}') copies;
    insert into ticket_events (organisation_id, ticket_id, at, kind)
      select organisation_id, id, received_at, 'started' from tickets where reference like 'S%';
    insert into comments select gen_random_uuid(), organisation_id, id, requester_id, case when n % 3 = 0 then 'internal' else 'public' end,
      'Vi har provat ' || title || ' och väntar på svar om ' || reference, received_at
      from (select t.*, row_number() over () n from tickets t) t where n % 10 = 0;
    insert into ticket_search select t.id, organisation_id, received_at, array[reference, lower(device_serial_number)],
      search_fold(concat_ws(' ', reference, device_serial_number, r.name, r.email)), search_words(title),
      search_words(concat_ws(' ', title, description, r.name)), case when random() < 0.03 then search_words(title) end
      from tickets t join (select id as person, name, email from persons) r on r.person = requester_id on conflict do nothing;
    create index ticket_search_words on ticket_search using gin (all_words);
    create index ticket_search_names on ticket_search using gin (names gin_trgm_ops);
    set session_replication_role = origin`);
}

const searches = [
  ["a word that is in all", "ipad"],
  ["a word that is in a twentieth", "projektor"],
  ["three common words", "ipad skrivare fungerar"],
  ["a beginning", "synk"],
  ["a rare word", `ärende${Math.round(count / 2)}`],
  ["a serial number", `DMP${(1_000_000 + Math.round(count / 3)).toString(16).toUpperCase()}`],
  ["a part of one", (1_000_000 + Math.round(count / 3)).toString(16).toUpperCase().slice(1)],
  ["a name", "Maja"],
  ["nothing", "finnsinte"],
] as const;

describe("the plan", () => {
  const scans = async (): Promise<Record<string, number>> => {
    const rows =
      await owner`select relname, seq_scan::int from pg_stat_user_tables where relname in ('tickets', 'ticket_search')`;
    return Object.fromEntries(rows.map(({ relname, seq_scan }) => [relname, seq_scan]));
  };
  // The server counts a connection's scans when it is idle, at most once a second.
  const counted = () => new Promise((done) => setTimeout(done, 2500));

  it("reads neither tickets nor their words from end to end", async () => {
    await counted();
    const before = await scans();
    for (const [, q] of searches) {
      await searchTickets(first, { q, limit: 20 });
      await searchTickets(staff, { q, limit: 20 });
    }
    await counted();
    expect(await scans()).toEqual(before);
  }, 60_000);
});
