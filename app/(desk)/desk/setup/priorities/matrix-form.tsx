"use client";

import { FormNotices, type NoticeWords } from "@/app/_ui/form-notices";
import { Icon } from "@/app/_ui/icon";
import { SubmitButton } from "@/app/_ui/submit-button";
import { tableRoles as roles } from "@/app/_ui/table-roles";
import { useFormAction } from "@/app/_ui/use-form-action";
import type { FormAction } from "@/lib/web/action";

type MatrixWords = NoticeWords & {
  busyLabel: string;
  unreachable: string;
  caption: string;
  /** What heads the rows. */
  impact: string;
  /** By impact, by urgency, by priority, from 1 to 4. */
  impacts: string[];
  urgencies: string[];
  priorities: string[];
  /** What each select is called, by impact and urgency. */
  cells: string[][];
  save: string;
};

type MatrixFormProps = {
  action: FormAction<unknown>;
  basedOn: number;
  matrix: readonly (readonly number[])[];
  words: MatrixWords;
};

const id = "matrix";

/** Impact by urgency, a priority in each cell. */
export function MatrixForm({ action, basedOn, matrix, words }: MatrixFormProps) {
  const { form, failed, isBusy } = useFormAction(action, words.unreachable);
  const chosen = (row: number, column: number) =>
    failed?.values[`${id}.${row}.${column}`]?.[0] ?? String(matrix[row]?.[column] ?? 4);
  return (
    <form id={id} {...form} className="desk-form">
      <FormNotices failed={failed} words={words} />
      <input type="hidden" name="basedOn" value={basedOn} />
      <table className="table setup-matrix" {...roles.table}>
        <caption className="table-caption">{words.caption}</caption>
        <thead {...roles.rowgroup}>
          <tr {...roles.row}>
            <th scope="col" {...roles.columnheader}>
              {words.impact}
            </th>
            {words.urgencies.map((urgency) => (
              <th key={urgency} scope="col" {...roles.columnheader}>
                {urgency}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...roles.rowgroup}>
          {words.impacts.map((impact, row) => (
            <tr key={impact} {...roles.row}>
              <th scope="row" {...roles.rowheader}>
                {impact}
              </th>
              {words.urgencies.map((urgency, column) => (
                <td key={urgency} {...roles.cell}>
                  <span className="table-label" aria-hidden="true">
                    {urgency}
                  </span>
                  <Cell
                    name={`${id}.${row}.${column}`}
                    label={words.cells[row]?.[column] ?? ""}
                    chosen={chosen(row, column)}
                    priorities={words.priorities}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="button-row">
        <SubmitButton busyLabel={words.busyLabel} aria-disabled={isBusy || undefined}>
          {words.save}
        </SubmitButton>
      </div>
    </form>
  );
}

type CellProps = { name: string; label: string; chosen: string; priorities: string[] };

function Cell({ name, label, chosen, priorities }: CellProps) {
  return (
    <span className="select">
      <select id={name} name={name} aria-label={label} defaultValue={chosen} className="control">
        {priorities.map((words, n) => (
          <option key={words} value={n + 1}>
            {words}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" />
    </span>
  );
}
