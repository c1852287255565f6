import type { ReactNode } from "react";
import { Status } from "./status";

export type TaskRow = {
  key: string;
  name: ReactNode;
  /** As `describeStatus("taskStatus", …)` gives it. */
  status: Parameters<typeof Status>[0];
  /** Whose it is: "Portalen", "Servicedesk". */
  who?: string;
  /** What was asked, of whom, the answer, and when. */
  answer?: ReactNode;
  /** The button or link that moves it on: "Försök igen". */
  action?: ReactNode;
};

/** The steps of a job in their order, each with its state, its owner and the answer it got. */
export function TaskList({ tasks, label }: { tasks: readonly TaskRow[]; label: string }) {
  return (
    <ol className="task-list" aria-label={label}>
      {tasks.map(({ key, name, status, who, answer, action }) => (
        <li key={key} className="task">
          <div className="task-name">
            <span>{name}</span>
            {who && <span className="task-who">{who}</span>}
          </div>
          <div className="task-status">
            <Status {...status} />
          </div>
          {answer && <div className="task-answer">{answer}</div>}
          {action && <div className="task-action">{action}</div>}
        </li>
      ))}
    </ol>
  );
}
