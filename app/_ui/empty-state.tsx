import type { ReactNode } from "react";

/** Says what the place is for and offers the first act; never just that there is nothing. */
export function EmptyState({
  heading,
  children,
  action,
}: {
  heading: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty-state">
      <h2 className="text-lead">{heading}</h2>
      <p>{children}</p>
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
