import type postgres from "postgres";

/**
 * Whoever is given a protected identity has reported things before: those tickets become confidential in the same transaction, and so
 * does what is opened in their name by any way. Back again is said ticket by ticket, by whoever sorts it anew.
 */
export async function secureProtected(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    create or replace function hide_protected_tickets() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      update tickets set is_confidential = true, version = version + 1
        where organisation_id = new.organisation_id and requester_id = new.id and not is_confidential;
      return null;
    end $$;
    create or replace trigger hide_protected_tickets after update of has_protected_identity on persons
      for each row when (new.has_protected_identity and not old.has_protected_identity) execute function hide_protected_tickets();
    create or replace function hide_protected_ticket() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      new.is_confidential := new.is_confidential
        or exists (select 1 from persons p where p.id = new.requester_id and p.has_protected_identity);
      return new;
    end $$;
    create or replace trigger hide_protected_ticket before insert on tickets
      for each row execute function hide_protected_ticket();
  `);
}
