import type postgres from "postgres";
import { applicationRole } from "../client";

/** How many open tickets, of all organisations, lie in a queue that nobody works: a number for the metrics, and nothing more. */
export async function secureOrphans(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    create or replace function orphaned_tickets() returns int language sql stable security definer set search_path = public, pg_temp
      as $$ select count(*)::int from tickets t join queues q on q.id = t.queue_id
            where t.status in ('new', 'in_progress', 'paused') and (q.closed_at is not null or not exists (
              select 1 from queue_members m join persons p on p.id = m.person_id where m.queue_id = q.id and p.disabled_at is null)) $$;
    revoke all on function orphaned_tickets() from public;
    grant execute on function orphaned_tickets() to ${applicationRole};
  `);
}
