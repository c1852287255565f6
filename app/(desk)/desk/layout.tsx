import "./desk.css";
import "./queue.css";
import type { ReactNode } from "react";

export default function DeskLayout({ children }: { children: ReactNode }) {
  return children;
}
