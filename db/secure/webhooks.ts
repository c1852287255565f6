import type postgres from "postgres";

/**
 * Whoever records an act on a ticket writes, in the same transaction, what webhooks are to be told of it: at its end, so that the
 * version is the one the transaction leaves. As the caller, under row-level security like everything else.
 */
export async function secureWebhooks(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    create or replace function write_webhook_deliveries() returns trigger language plpgsql set search_path = public, pg_temp as $$
    declare ticket record;
    begin
      if not exists (select 1 from webhooks w where w.organisation_id = new.organisation_id and w.removed_at is null
                     and new.event = any (w.events)) then return null; end if;
      select t.version, t.is_confidential into ticket from tickets t
        where t.reference = new.object_id and t.organisation_id = new.organisation_id;
      if not found then return null; end if;
      insert into webhook_deliveries (id, organisation_id, webhook_id, event, reference, version, at, status, next_attempt_at)
        select gen_random_uuid(), new.organisation_id, w.id, new.event, new.object_id, ticket.version, new.at, 'queued', new.at
        from webhooks w where w.organisation_id = new.organisation_id and w.removed_at is null and new.event = any (w.events)
          and (w.includes_confidential or not ticket.is_confidential);
      return null;
    end $$;
    do $$ begin
      if not exists (select 1 from pg_trigger where tgname = 'webhook_outbox' and tgrelid = 'history'::regclass) then
        create constraint trigger webhook_outbox after insert on history deferrable initially deferred
          for each row when (new.object_kind = 'ticket') execute function write_webhook_deliveries();
      end if;
    end $$;
  `);
}
