import type { ReactNode } from "react";

export type Side = { key: string; name: ReactNode; lead?: ReactNode; action?: ReactNode };

type SideBySideProps = {
  /** "Jämför Publik och Personlig". */
  caption: string;
  sides: readonly Side[];
  /** `answers` in the order of the sides. */
  rows: readonly { question: string; answers: readonly ReactNode[] }[];
};

/** Variants against each other: a table where there is room, question by question on a phone. */
export function SideBySide({ caption, sides, rows }: SideBySideProps) {
  return (
    <table className="sides" {...role("table")}>
      <caption className="sr-only">{caption}</caption>
      <thead {...role("rowgroup")}>
        <tr {...role("row")}>
          <td {...role("cell")} />
          {sides.map(({ key, name, lead }) => (
            <th key={key} scope="col" {...role("columnheader")}>
              <span className="sides-name">{name}</span>
              {lead && <span className="sides-lead">{lead}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...role("rowgroup")}>
        {rows.map(({ question, answers }) => (
          <tr key={question} {...role("row")}>
            <th scope="row" {...role("rowheader")}>
              {question}
            </th>
            {sides.map(({ key, name }, index) => (
              <td key={key} {...role("cell")}>
                <span className="sides-label" aria-hidden="true">
                  {name}
                </span>
                <span>{answers[index]}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {sides.some((side) => side.action) && <Actions sides={sides} />}
    </table>
  );
}

function Actions({ sides }: { sides: readonly Side[] }) {
  return (
    <tfoot {...role("rowgroup")}>
      <tr {...role("row")}>
        <td {...role("cell")} />
        {sides.map(({ key, action }) => (
          <td key={key} {...role("cell")}>
            {action}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

/** Written out, because the phone's layout (display: block) takes the table's own roles away. */
function role(name: "table" | "rowgroup" | "row" | "cell" | "columnheader" | "rowheader") {
  return { role: name };
}
