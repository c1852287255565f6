export const mailPageViews = ["waiting", "decided", "ignored", "troubled", "sent", "muted"] as const;
export type MailPageView = (typeof mailPageViews)[number];

/** What the address says: which list, which mail is open, from when on, and what was just done. */
export type MailQuery = { view: MailPageView; open?: string; before?: Date; done?: string; reference?: string };

type Given = Record<string, string | string[] | undefined>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whatever stands in the address that is none of ours is left out. */
export function readMailQuery(given: Given): MailQuery {
  const one = (name: string) => [given[name]].flat()[0] ?? "";
  const before = Date.parse(one("before"));
  return {
    view: mailPageViews.find((view) => view === one("view")) ?? "waiting",
    ...(uuid.test(one("open")) ? { open: one("open") } : {}),
    ...(Number.isNaN(before) ? {} : { before: new Date(before) }),
    ...(one("done") ? { done: one("done") } : {}),
    ...(/^\d{3}-\d{4}$/.test(one("reference")) ? { reference: one("reference") } : {}),
  };
}
