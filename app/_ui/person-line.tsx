import type { ReactNode } from "react";
import { Icon } from "./icon";

/** A person in one line: the name, and what tells them apart (unit, account, phone). */
export function PersonLine({ name, detail, isGroup }: { name: string; detail?: ReactNode; isGroup?: boolean }) {
  return (
    <span className="person-line">
      <Icon name={isGroup ? "users" : "user"} />
      <span>
        {name}
        {detail && <span className="person-detail">{detail}</span>}
      </span>
    </span>
  );
}
