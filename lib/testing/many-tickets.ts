import { sql } from "drizzle-orm";
import { openDatabase } from "@/db/client";
import type { Context } from "@/lib/base/context";

/**
 * So many tickets over so many queues in an organisation that is there already, one in ten of them open, as the database's owner
 * writes them: for plans and times, not for rules. The agent "first" works one queue in fifty.
 */
export async function makeManyTickets(ctx: Context, { tickets = 200_000, queues = 500 } = {}): Promise<void> {
  const owner = openDatabase(process.env.DATABASE_URL ?? "", { max: 1, name: "serviceportalen-test-many" });
  const organisation = ctx.organisation.id;
  await owner.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.organisation', ${organisation}, true)`);
    await tx.execute(sql`insert into queues (id, organisation_id, slug, name, line, unit_id)
      select gen_random_uuid(), ${organisation}, 'many-' || n, 'Grupp ' || n, 1 + n % 3, (select id from units where parent_id is null and organisation_id = ${organisation})
      from generate_series(1, ${queues}) n`);
    await tx.execute(sql`insert into persons (id, organisation_id, email, name, unit_id, created_at)
      select gen_random_uuid(), ${organisation}, 'many-' || n || '@many.example', 'Person ' || n,
        (array(select id from units where organisation_id = ${organisation} order by path))[1 + n % 5], now()
      from generate_series(1, 5000) n`);
    await tx.execute(sql`insert into queue_members (id, organisation_id, queue_id, person_id, created_at)
      select gen_random_uuid(), ${organisation}, q.id, p.id, now() from queues q, persons p
      where q.organisation_id = ${organisation} and q.slug like 'many-%' and substring(q.slug from 6)::int % 50 = 0
        and p.organisation_id = ${organisation} and p.email like 'first@%'`);
    await fillTickets(tx, organisation, tickets);
  });
  await owner.db.execute(sql`vacuum analyze tickets, ticket_events, persons, queues, queue_members`);
  await owner.close();
}

type Tx = { execute: (query: ReturnType<typeof sql>) => Promise<unknown> };

/** One in ten is open: of those some wait, some are late, a third nobody's. Each has the two events that its clock begins and ends with. */
async function fillTickets(tx: Tx, organisation: string, count: number): Promise<void> {
  await tx.execute(sql`create temporary table many on commit drop as
    select n, gen_random_uuid() as id, n % 10 = 0 as is_open, n % 70 = 0 as is_paused,
      timestamptz '2026-12-14 09:00+01' - make_interval(mins => case when n % 10 = 0 then n % 7000 else n * 2 end) as received_at
    from generate_series(1, ${count}) n`);
  await tx.execute(sql`insert into tickets (id, organisation_id, reference, type, title, description, category, channel, impact, urgency,
      priority, status, line, queue_id, assignee_id, requester_id, unit_id, received_at, service_level_id, calendar_id, policy_id, due_at, device_serial_number)
    select m.id, ${organisation}, 'm' || m.n, (array['incident', 'question', 'service_request'])[1 + m.n % 3], 'Ärende nummer ' || m.n,
      repeat('Det som någon skrev om sitt ärende. ', 12), (array['ipad/sync', 'network/wifi', 'account', 'other'])[1 + m.n % 4], 'portal', 3, 3, 1 + m.n % 4,
      case when m.is_paused then 'paused' when m.is_open then 'in_progress' else 'closed' end, q.line, q.id,
      case when m.n % 30 = 0 then null when m.n % 110 = 0 then f.id else p.id end, p.id, p.unit_id, m.received_at, c.level, c.calendar, c.policy,
      m.received_at + interval '3 days' * (1 + m.n % 5) / 2, case when m.n % 9 = 0 then 'SN' || m.n % 5000 end
    from many m
    join (select id, line, row_number() over (order by slug) - 1 as n, count(*) over () as all from queues where organisation_id = ${organisation} and slug like 'many-%') q on q.n = m.n % q.all
    join (select id, unit_id, row_number() over (order by email) - 1 as n from persons where organisation_id = ${organisation} and email like 'many-%') p on p.n = m.n % 5000
    cross join (select id from persons where organisation_id = ${organisation} and email like 'first@%') f
    cross join (select s.id as level, c.id as calendar, p.id as policy from service_levels s, calendars c, policies p
      where s.organisation_id = ${organisation} and c.organisation_id = ${organisation} and p.organisation_id = ${organisation} limit 1) c`);
  await tx.execute(sql`insert into ticket_events (organisation_id, ticket_id, at, kind)
    select ${organisation}::uuid, id, received_at, 'started' from many
    union all select ${organisation}::uuid, id, received_at + interval '1 hour', 'paused' from many where is_paused
    union all select ${organisation}::uuid, id, received_at + interval '1 day', 'stopped' from many where not is_open`);
}
