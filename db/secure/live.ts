import type postgres from "postgres";

/**
 * Every insert or update of a ticket, by whatever path, notes the transaction it was made in and tells the channel `live` when that
 * commits. Equal notifications of one transaction are one. The payload names no more than who must ask again, and about what.
 */
export async function secureLive(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    create or replace function tell_ticket_changed() returns trigger language plpgsql set search_path = pg_catalog as $$ begin
      new.changed_in := pg_current_xact_id()::text::bigint;
      if tg_op = 'INSERT' then new.opened_in := new.changed_in; end if;
      perform pg_notify('live', json_build_object('organisation', new.organisation_id, 'kind', 'ticket', 'id', new.id)::text);
      return new;
    end $$;
    create or replace trigger tell_ticket_changed before insert or update on tickets
      for each row execute function tell_ticket_changed();
    alter table ticket_presence set unlogged;
  `);
}
