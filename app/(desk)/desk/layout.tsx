import "./desk.css";
import "./live.css";
import "./register/register.css";
import "./queue.css";
import type { ReactNode } from "react";
import { pageContext } from "@/lib/web/session";
import { DeskKeys } from "./desk-keys";
import { LiveAnchor } from "./live-anchor";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const ctx = await pageContext();
  return (
    <>
      {children}
      <div data-density="desk">
        <DeskKeys ctx={ctx} />
        <LiveAnchor ctx={ctx} />
      </div>
    </>
  );
}
