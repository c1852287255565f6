const [accented, bare] = ["áàâãéèêëíìîïóòôõúùûüñç", "aaaaeeeeiiiioooouuuunc"];
const punctuation = "-_./@:;,!?()[]{}<>\"#*+=|\\~&%§€´`^\u00a0–—”“»«’'";

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** How text becomes words: small letters, å ä ö as letters of their own, other accents gone; stems in two languages, and as written. */
const wording = `
  create or replace function search_fold(given text) returns text language sql immutable parallel safe
    as $$ select translate(lower(given), ${quoted(accented)}, ${quoted(bare)}) $$;
  create or replace function search_words(given text) returns tsvector language sql immutable parallel safe set search_path = public
    as $$ select strip(to_tsvector('swedish', plain) || to_tsvector('english', plain) || to_tsvector('simple', plain))
      from translate(search_fold(given), ${quoted(punctuation)}, ${quoted(" ".repeat([...punctuation].length))}) plain $$;
  create or replace function search_stems(words text[]) returns text[] language sql immutable set search_path = public
    as $$ select array_agg(distinct stem) from unnest(words) word,
      unnest(array[search_fold(word)] || tsvector_to_array(to_tsvector('swedish', search_fold(word)))
        || tsvector_to_array(to_tsvector('english', search_fold(word)))) stem $$;
  create or replace function search_query(words text[]) returns tsquery language plpgsql immutable set search_path = public as $$
    declare wanted tsquery; word text; one tsquery;
    begin
      foreach word in array words loop
        word := search_fold(word);
        one := to_tsquery('simple', quote_literal(word) || case when length(word) > 1 then ':*' else '' end)
          || to_tsquery('swedish', quote_literal(word)) || to_tsquery('english', quote_literal(word));
        wanted := case when wanted is null then one else wanted && one end;
      end loop;
      return wanted;
    end $$;`;

/** One ticket anew, its row locked first: of two writers at once the second counts what the first has written. */
const indexing = `
  create or replace function index_ticket(ticket uuid) returns void language plpgsql security definer set search_path = public as $$
    declare shown text; kept text; t record;
    begin
      insert into ticket_search (ticket_id, organisation_id, received_at, identifiers, names, title_words, all_words)
        select id, organisation_id, received_at, '{}', '', '', '' from tickets where id = ticket on conflict do nothing;
      perform 1 from ticket_search where ticket_id = ticket for update;
      select k.*, r.name || ' ' || r.email as requester, coalesce(a.name || ' ' || a.email, '') as assignee into t
        from tickets k join persons r on r.id = k.requester_id left join persons a on a.id = k.assignee_id where k.id = ticket;
      if not found then return; end if;
      select left(string_agg(body, ' ' order by created_at desc) filter (where visibility = 'public'), 150000),
        left(string_agg(body, ' ' order by created_at desc) filter (where visibility <> 'public'), 150000)
        into shown, kept from comments where ticket_id = ticket;
      select concat_ws(' ', shown, left(string_agg(said, ' ') filter (where not is_internal), 150000)),
        concat_ws(' ', kept, left(string_agg(said, ' ') filter (where is_internal), 150000)) into shown, kept
        from (select f.is_internal, concat_ws(' ', f.name, left(c.words, 50000)) as said
          from attachments f join attachment_contents c on c.attachment_id = f.id where f.ticket_id = ticket) files;
      shown := concat_ws(' ', t.title, t.description, t.resolution, t.device_serial_number, t.printer, t.requester, t.assignee, shown);
      update ticket_search set received_at = t.received_at,
        identifiers = array_remove(array[t.reference, replace(t.reference, '-', ''), lower(t.device_serial_number)], null),
        names = search_fold(concat_ws(' ', t.reference, replace(t.reference, '-', ''), t.device_serial_number, t.requester, t.assignee)),
        title_words = search_words(t.title), all_words = search_words(concat_ws(' ', shown, kept)),
        public_words = case when kept = '' then null else search_words(shown) end
        where ticket_id = ticket;
    end $$;
  create or replace function index_by_trigger() returns trigger language plpgsql security definer set search_path = public as $$
    begin
      if tg_table_name = 'tickets' then perform index_ticket(new.id);
      elsif tg_table_name = 'persons' then
        perform index_ticket(id) from tickets where organisation_id = new.organisation_id and new.id in (requester_id, assignee_id);
      elsif tg_table_name = 'attachment_contents' then
        perform index_ticket(ticket_id) from attachments where id = new.attachment_id;
      else
        if tg_op <> 'INSERT' and (tg_op = 'DELETE' or old.ticket_id <> new.ticket_id) then perform index_ticket(old.ticket_id); end if;
        if tg_op <> 'DELETE' then perform index_ticket(new.ticket_id); end if;
      end if;
      return null;
    end $$;
  create or replace trigger search_new after insert on tickets for each row execute function index_by_trigger();
  create or replace trigger search_changed
    after update of title, description, resolution, device_serial_number, printer, requester_id, assignee_id, received_at on tickets
    for each row when ((old.title, old.description, old.resolution, old.device_serial_number, old.printer, old.requester_id,
      old.assignee_id, old.received_at) is distinct from (new.title, new.description, new.resolution, new.device_serial_number,
      new.printer, new.requester_id, new.assignee_id, new.received_at)) execute function index_by_trigger();
  create or replace trigger search_changed after insert or update or delete on comments
    for each row execute function index_by_trigger();
  create or replace trigger search_changed after update of ticket_id, name, is_internal on attachments
    for each row execute function index_by_trigger();
  create or replace trigger search_changed after insert or update of words on attachment_contents
    for each row execute function index_by_trigger();
  create or replace trigger search_changed after update of name, email on persons
    for each row when ((old.name, old.email) is distinct from (new.name, new.email)) execute function index_by_trigger();`;

/**
 * The one way in. Under row-level security PostgreSQL uses no index for @@ and like, for they might tell of rows they are not to see;
 * so this function, as the owner, asks for the organisation's own rows by itself. Its answers are candidates: who may see them is
 * decided by whoever asks (tickets/visibility.ts). Rank 2: its identifier · 1: in its title · 0: elsewhere, or not by rank.
 */
const asking = `
  create or replace function search_tickets(words text[], part text, within uuid[], by_rank boolean,
    before_rank int, before_at timestamptz, before_id uuid, most int)
    returns table (ticket_id uuid, rank int, received_at timestamptz, is_public boolean)
    language plpgsql stable security definer set search_path = public set enable_seqscan = off set jit = off set work_mem = '32MB' as $f$
    declare here uuid := nullif(current_setting('app.organisation', true), '')::uuid; wanted tsquery := search_query(words);
      pattern text := '%' || replace(replace(replace(search_fold(part), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%';
      found_by text := case when length(part) < 3 then 's.all_words @@ $2' else '(s.all_words @@ $2 or s.names like $3)' end;
    begin
      return query execute format($q$
        select h.ticket_id, h.rank, h.received_at, (s.public_words is null or s.public_words @@ $2 or s.names like $3)
        from (select * from (
            select s.ticket_id, s.received_at, case when not $5 then 0 when $6 = any(s.identifiers) then 2
              when s.title_words @@ $2 then 1 else 0 end as rank
            from ticket_search s where s.organisation_id = $1 and %s %s) matching
          where $7 is null or (rank, received_at, ticket_id) < ($7, $8, $9)
          order by rank desc, received_at desc, ticket_id desc limit $10) h
        join ticket_search s using (ticket_id) order by h.rank desc, h.received_at desc, h.ticket_id desc $q$,
        found_by, case when within is null then '' else 'and s.ticket_id = any($4)' end)
      using here, wanted, pattern, within, by_rank, lower(part), before_rank, before_at, before_id, most;
    end $f$;`;

/** Idempotent; after the tables and the application role are there. */
export const searchSecurity = (applicationRole: string): string => `
  create extension if not exists pg_trgm with schema public;
  ${wording}
  ${indexing}
  ${asking}
  alter table ticket_search no force row level security;
  revoke all on ticket_search from ${applicationRole};
  alter table ticket_search alter column all_words set storage external, alter column public_words set storage external,
    set (toast_tuple_target = 128);
  create index if not exists ticket_search_words on ticket_search using gin (all_words);
  create index if not exists ticket_search_names on ticket_search using gin (names gin_trgm_ops);
  revoke all on function index_ticket(uuid), index_by_trigger(), search_tickets(text[], text, uuid[], boolean, int, timestamptz, uuid, int)
    from public;
  grant execute on function search_tickets(text[], text, uuid[], boolean, int, timestamptz, uuid, int) to ${applicationRole};
  do $$ declare o uuid; begin
    for o in select id from organisations loop
      perform set_config('app.organisation', o::text, true);
      perform index_ticket(t.id) from tickets t where organisation_id = o
        and not exists (select 1 from ticket_search s where s.ticket_id = t.id);
    end loop;
    perform set_config('app.organisation', '', true);
  end $$;
`;
