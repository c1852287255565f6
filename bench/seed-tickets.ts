import postgres from "postgres";
import { referenceOf } from "@/lib/base/reference";

/** The number of the first filled-in ticket; the demo's own are below. */
export const firstNumber = 200_000;

export type Seed = { tickets: number; queues: number; persons: number };

/**
 * Fills Åminne with so many tickets, by copying what the demo's own hold: their events, conversation and history, at other times, about
 * other things, in other queues. Nine in ten are closed.
 */
export async function seedTickets(url: string, seed: Seed): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [organisation] = await sql<{ id: string }[]>`select id from organisations where slug = 'aminne'`;
    if (!organisation) throw new Error("the demo is not there");
    await sql`select set_config('app.organisation', ${organisation.id}, false)`;
    const [there] = await sql<{ n: number }[]>`select count(*)::int as n from tickets where reference >= '20'`;
    if ((there?.n ?? 0) >= seed.tickets) return;
    await sql.unsafe(places(seed));
    await numbers(sql, seed.tickets);
    // Past the triggers: a row at a time would take them many minutes, and nobody is to be told.
    await sql.unsafe("set session_replication_role = replica");
    // All or nothing: the next run looks for the tickets alone.
    await sql.begin(async (tx) => {
      for (const statement of copies) await tx.unsafe(statement);
    });
    await sql.unsafe("set session_replication_role = origin");
    await sql.unsafe("vacuum analyze");
  } finally {
    await sql.end();
  }
}

/** Queues and persons, in the municipality's own unit. */
const places = ({ queues, persons }: Seed) => `
  insert into queues (id, organisation_id, slug, name, line, unit_id)
    select gen_random_uuid(), q.organisation_id, 'bench-' || n, 'Kö ' || n, 1 + n % 3, q.unit_id
    from generate_series(1, ${queues}) n, (select * from queues where slug = 'line-1' and organisation_id = current_setting('app.organisation')::uuid) q;
  insert into queue_members (id, organisation_id, queue_id, person_id, created_at)
    select gen_random_uuid(), q.organisation_id, q.id, p.id, now()
    from queues q join persons p on p.organisation_id = q.organisation_id
    where q.slug like 'bench-%' and split_part(p.email, '@', 1) = (array['first', 'second', 'third'])[q.line];
  insert into persons (id, organisation_id, email, name, account, unit_id, language, created_at)
    select gen_random_uuid(), p.organisation_id, 'bench' || n || '@aminne.example',
      (array['Alma','Björn','Cecilia','David','Åsa','Örjan','Ärla','Hugo','Ines','Jonas'])[1 + n % 10] || ' ' ||
      (array['Granholm','Sjödal','Åkerby','Lindfors','Örnvik','Nyberga','Hedestad','Mosslund','Fjällman','Strandvik'])[1 + (n / 10) % 10] || n,
      'bench' || n, p.unit_id, 'sv', now()
    from generate_series(1, ${persons}) n, (select * from persons where email = 'staff@aminne.example') p;`;

/** The references' check digits are worked out here, not in the database. */
async function numbers(sql: postgres.Sql, count: number): Promise<void> {
  await sql.unsafe("create temp table bench_references (n int primary key, reference text not null)");
  for (let from = 0; from < count; from += 20_000) {
    const ns = Array.from({ length: Math.min(20_000, count - from) }, (_, each) => from + each);
    const references = ns.map((n) => referenceOf(firstNumber + n));
    await sql`insert into bench_references select * from unnest(${ns}::int[], ${references}::text[])`;
  }
  await sql.unsafe(`select setval('reference_numbers', ${firstNumber + count})`);
}

/** Which ticket is copied to which new one, and how far back; then each table in turn. */
const copies = [
  `create temp table bench_new as
     with models as (
       select id, row_number() over (partition by status in ('resolved', 'closed') order by reference) - 1 as at,
         status in ('resolved', 'closed') as is_over, count(*) over (partition by status in ('resolved', 'closed')) as of
       from tickets where organisation_id = current_setting('app.organisation')::uuid and service_level_id is not null
         and status <> 'cancelled' and not is_confidential),
     people as (select array_agg(id) as ids from persons where email like 'bench%'),
     owners as (select array_agg(id) as ids from queues where slug like 'bench-%')
     select r.n, r.reference, gen_random_uuid() as id, m.id as model, m.is_over,
       case when m.is_over then make_interval(mins => 3000 + r.n * 5) else make_interval(mins => r.n % 20000) end as back,
       people.ids[1 + (r.n * 7919) % array_length(people.ids, 1)] as requester,
       owners.ids[1 + (r.n * 31) % array_length(owners.ids, 1)] as queue
     from bench_references r cross join people cross join owners
     join models m on m.is_over = (r.n % 10 <> 0) and m.at = (r.n / 10) % m.of`,
  `insert into tickets (id, organisation_id, reference, type, title, description, category, is_confidential, channel, impact, urgency,
       priority, status, line, queue_id, assignee_id, requester_id, unit_id, device_serial_number, received_at, first_response_at,
       resolved_at, closed_at, resolution, resolution_code, ended_as, service_level_id, calendar_id, policy_id, due_at, verdict, version)
     select n.id, t.organisation_id, n.reference, t.type,
       (array['Kalendern','Skrivaren','Lösenkoden','Nätet','Appen','Skärmen','Laddaren','E-posten'])[1 + n.n % 8] || ' ' ||
       (array['startar inte','är långsam','visar fel dag','svarar inte','hittas inte','blinkar','är borta'])[1 + (n.n / 8) % 7] || ' i rum ' || n.n % 900,
       t.description || ' Det började i rum ' || n.n % 900 || ' på ' ||
       (array['Björkskolan','Ekbackens äldreboende','stadshuset','biblioteket','Åvallens förskola'])[1 + (n.n / 3) % 5] || '.',
       t.category, false, t.channel, t.impact, t.urgency, t.priority, case when n.is_over then 'closed' else t.status end, t.line,
       n.queue, case when n.n % 3 = 0 then null else t.assignee_id end, n.requester, t.unit_id,
       case when n.n % 4 = 0 then 'BN' || lpad(n.n::text, 10, '0') end, t.received_at - n.back, t.first_response_at - n.back,
       t.resolved_at - n.back, case when n.is_over then t.resolved_at - n.back + interval '7 days' end, t.resolution, t.resolution_code,
       t.ended_as, t.service_level_id, t.calendar_id, t.policy_id, t.due_at - n.back + case when n.is_over then interval '0' else make_interval(mins => (n.n * 13) % 30000) end,
       t.verdict, t.version
     from bench_new n join tickets t on t.id = n.model`,
  `insert into ticket_events (organisation_id, ticket_id, at, kind, clocks, target, waiting_for, reason, review_at, supplier, supplier_reference, promised_on, by_id)
     select e.organisation_id, n.id, e.at - n.back, e.kind, e.clocks, e.target, e.waiting_for, e.reason, e.review_at - n.back, e.supplier,
       e.supplier_reference, e.promised_on, e.by_id
     from bench_new n join ticket_events e on e.ticket_id = n.model order by n.n, e.id`,
  `insert into comments (id, organisation_id, ticket_id, author_id, visibility, body, created_at)
     select gen_random_uuid(), c.organisation_id, n.id, c.author_id, c.visibility, c.body || ' Se rum ' || n.n % 900 || '.', c.created_at - n.back
     from bench_new n join comments c on c.ticket_id = n.model`,
  `insert into history (organisation_id, at, actor_id, actor_name, event, object_kind, object_id, detail, request)
     select h.organisation_id, h.at - n.back, h.actor_id, h.actor_name, h.event, h.object_kind, n.reference, h.detail, 'bench'
     from bench_new n join tickets t on t.id = n.model join history h on h.object_kind = 'ticket' and h.object_id = t.reference
       and h.organisation_id = t.organisation_id`,
  "drop index ticket_search_words, ticket_search_names",
  // What the triggers would have written, all at once.
  `insert into ticket_search (ticket_id, organisation_id, received_at, identifiers, names, title_words, all_words, public_words)
     select t.id, t.organisation_id, t.received_at,
       array_remove(array[t.reference, replace(t.reference, '-', ''), lower(t.device_serial_number)], null),
       search_fold(concat_ws(' ', t.reference, replace(t.reference, '-', ''), t.device_serial_number, r.name, r.email, a.name, a.email)),
       search_words(t.title), search_words(concat_ws(' ', said.shown, said.kept)),
       case when said.kept is not null then search_words(said.shown) end
     from bench_new n join tickets t on t.id = n.id join persons r on r.id = t.requester_id left join persons a on a.id = t.assignee_id
     left join (
       select c.ticket_id, string_agg(c.body, ' ') filter (where c.visibility = 'public') as open,
         string_agg(c.body, ' ') filter (where c.visibility <> 'public') as kept
       from comments c group by c.ticket_id) written on written.ticket_id = t.id
     cross join lateral (
       select concat_ws(' ', t.title, t.description, t.resolution, t.device_serial_number, r.name, r.email, a.name, a.email, written.open) as shown,
         written.kept) said`,
  "create index ticket_search_words on ticket_search using gin (all_words)",
  "create index ticket_search_names on ticket_search using gin (names gin_trgm_ops)",
  "drop table bench_new, bench_references",
];
