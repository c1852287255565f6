import type postgres from "postgres";

/** What is still to be done; every other ticket is left out, so that the desk's lists never walk past what has ended. */
const open = "status in ('new', 'in_progress', 'paused')";

/** What runs before what waits, and of those the nearest due first. The list's ORDER BY says the same words. */
const byDue = "(status = 'paused'), due_at, id";

/** The indexes behind the desk's queue: expressions and conditions that the tables' own files cannot spell. Idempotent. */
export async function makeQueueIndexes(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    create index if not exists tickets_open_due on tickets (organisation_id, ${byDue}) where ${open};
    create index if not exists tickets_open_assignee_due on tickets (organisation_id, assignee_id, ${byDue}) where ${open};
    create index if not exists tickets_open_queue_due on tickets (organisation_id, queue_id, ${byDue}) where ${open};
    create index if not exists tickets_open_unassigned_due on tickets (organisation_id, ${byDue})
      where ${open} and assignee_id is null;
    create index if not exists tickets_open_priority on tickets (organisation_id, priority, ${byDue}) where ${open};
    create index if not exists tickets_open_received on tickets (organisation_id, received_at, id) where ${open};
    create index if not exists tickets_device on tickets (organisation_id, device_serial_number, received_at, id)
      where device_serial_number is not null;
  `);
}
