"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { tableRoles } from "@/app/_ui/table-roles";

export type LiveRow = {
  reference: string;
  version: number;
  tone: string | undefined;
  isCurrent: boolean;
  /** The row's cells, made on the server. */
  content: ReactNode;
};

type QueueLiveProps = {
  caption: string;
  head: ReactNode;
  rows: readonly LiveRow[];
  /** "[count]" stands where the number goes. */
  words: { one: string; many: string; gone: string };
};

type Shown = LiveRow & { isChanged?: boolean };

/** How long after one look at the list the next is taken, however much happens. */
const calmMs = 1500;

/**
 * The list as the person has it before them: rows keep their places. What has changed is changed in its row, what is no longer of the
 * view stays greyed, and what is new waits behind a button that says how much it is.
 */
export function QueueLive({ caption, head, rows, words }: QueueLiveProps) {
  const [known, setKnown] = useState<{ rows: readonly LiveRow[]; shown: readonly Shown[] }>({ rows, shown: rows });
  if (known.rows !== rows) setKnown({ rows, shown: known.shown.map((row) => renewed(row, rows)) });
  useRenewal();
  const fresh = rows.filter(({ reference }) => !known.shown.some((row) => row.reference === reference)).length;
  const say = fresh === 1 ? words.one : words.many.replace("[count]", String(fresh));
  return (
    <>
      <div className="queue-line">
        <p className="text-ink-quiet">{caption}</p>
        <p role="status">
          {fresh > 0 && (
            <button type="button" className="queue-fresh" onClick={() => setKnown({ rows, shown: rows })}>
              {say}
            </button>
          )}
        </p>
      </div>
      <div className="table-frame">
        <table className="table queue-table" {...tableRoles.table}>
          <caption className="sr-only">{caption}</caption>
          <thead {...tableRoles.rowgroup}>{head}</thead>
          <tbody {...tableRoles.rowgroup}>
            {known.shown.map((row) => {
              const isGone = !rows.some(({ reference }) => reference === row.reference);
              return (
                <tr
                  key={row.reference}
                  {...tableRoles.row}
                  data-ticket={row.reference}
                  data-version={row.version}
                  data-tone={isGone ? undefined : row.tone}
                  data-gone={isGone || undefined}
                  data-changed={(row.isChanged && !isGone) || undefined}
                  title={isGone ? words.gone : undefined}
                  aria-current={row.isCurrent ? "true" : undefined}
                >
                  {row.content}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}

function renewed(row: Shown, rows: readonly LiveRow[]): Shown {
  const now = rows.find(({ reference }) => reference === row.reference);
  if (!now) return { ...row, isCurrent: false };
  return { ...now, isChanged: row.isChanged === true || now.version !== row.version };
}

/** Has the server make the page anew when it hears of a ticket: at once, then not again for a moment; unseen, not until it is seen. */
function useRenewal() {
  const router = useRouter();
  const wait = useRef<{ timer: ReturnType<typeof setTimeout> | null; isDue: boolean }>({ timer: null, isDue: false });
  useEffect(() => {
    const own = wait.current;
    const renew = () => {
      if (document.hidden || own.timer) {
        own.isDue = true;
        return;
      }
      own.isDue = false;
      router.refresh();
      own.timer = setTimeout(() => {
        own.timer = null;
        if (own.isDue) renew();
      }, calmMs);
    };
    const seen = () => own.isDue && renew();
    document.addEventListener("live:ticket", renew);
    document.addEventListener("visibilitychange", seen);
    return () => {
      document.removeEventListener("live:ticket", renew);
      document.removeEventListener("visibilitychange", seen);
      if (own.timer) clearTimeout(own.timer);
      own.timer = null;
    };
  }, [router]);
}
