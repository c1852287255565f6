import type postgres from "postgres";
import { applicationRole } from "./client";
import { secureLive } from "./secure/live";
import { secureOrphans } from "./secure/orphans";
import { secureProtected } from "./secure/protected";
import { makeQueueIndexes } from "./secure/queue-indexes";
import { searchSecurity } from "./secure/search";
import { secureWebhooks } from "./secure/webhooks";

/**
 * The second lock. After every migration: each table with organisation_id has row-level security enabled and forced, with one
 * policy; the application role owns nothing and may only insert into and read the logs. Idempotent, so no table can be forgotten.
 */
export async function secure(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    do $$ begin
      create role ${applicationRole} nologin nosuperuser nobypassrls;
    exception when duplicate_object or unique_violation then null; end $$;
    do $$ begin
      if not pg_has_role(current_user, '${applicationRole}', 'member') then
        execute format('grant ${applicationRole} to %I', current_user);
      end if;
    end $$;
    grant usage on schema public to ${applicationRole};
    grant select, insert, update, delete on all tables in schema public to ${applicationRole};
    grant usage, select on all sequences in schema public to ${applicationRole};
    revoke update, delete on history, ticket_events, ticket_transfers from ${applicationRole};
    revoke insert, update, delete on organisations from ${applicationRole};
    do $$ declare t text; begin
      for t in select c.table_name from information_schema.columns c join information_schema.tables b using (table_schema, table_name)
               where c.table_schema = 'public' and c.column_name = 'organisation_id' and b.table_type = 'BASE TABLE' loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('drop policy if exists own_organisation on %I', t);
        execute format('create policy own_organisation on %I using (organisation_id = nullif(current_setting(''app.organisation'', true), '''')::uuid)', t);
      end loop;
    end $$;
    create sequence if not exists reference_numbers start 100000 maxvalue 999999;
    grant usage on sequence reference_numbers to ${applicationRole};
    create or replace function enqueue(job text, payload json) returns void language sql security definer set search_path = pg_catalog
      as $$ select graphile_worker.add_job(job, payload, max_attempts => 8) $$;
    create or replace function queue_depth() returns table (waiting int, given_up int) language sql stable security definer
      set search_path = pg_catalog
      as $$ select count(*) filter (where attempts < max_attempts)::int, count(*) filter (where attempts >= max_attempts)::int
            from graphile_worker.jobs $$;
    revoke all on function queue_depth() from public;
    grant execute on function queue_depth() to ${applicationRole};
    revoke all on function enqueue(text, json) from public;
    grant execute on function enqueue(text, json) to ${applicationRole};
    ${searchSecurity(applicationRole)}
  `);
  await secureLive(sql);
  await secureOrphans(sql);
  await secureProtected(sql);
  await secureWebhooks(sql);
  await makeQueueIndexes(sql);
}
