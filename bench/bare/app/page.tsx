import { connection } from "next/server";
import postgres from "postgres";

const shared = globalThis as { bareSql?: postgres.Sql };

/** The same rows as the desk's queue, asked for by hand and shown as a plain table: what the framework itself costs. */
export default async function BarePage() {
  await connection();
  shared.bareSql ??= postgres(process.env.DATABASE_URL ?? "", { max: 10, onnotice: () => {} });
  const rows = await shared.bareSql<{ reference: string; title: string; status: string; name: string; due: string }[]>`
    select t.reference, t.title, t.status, p.name, t.due_at::text as due
    from tickets t join persons p on p.id = t.requester_id join organisations o on o.id = t.organisation_id
    where o.slug = 'aminne' and t.status in ('new', 'in_progress', 'paused')
    order by t.due_at, t.id limit 50`;
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row.reference}>
            <td>{row.reference}</td>
            <td>{row.title}</td>
            <td>{row.name}</td>
            <td>{row.status}</td>
            <td>{row.due}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
