import "./desk.css";
import "./live.css";
import type { ReactNode } from "react";
import { pageContext } from "@/lib/web/session";
import { LiveAnchor } from "./live-anchor";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <LiveAnchor ctx={await pageContext()} />
    </>
  );
}
