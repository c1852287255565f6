import { Banner } from "@/app/_ui/banner";
import type { Context } from "@/lib/base/context";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import type { MailQuery } from "./mail-query";

const dones = ["opened", "appended", "dismissed", "unmuted"] as const;

/** What was just done, with the way to the ticket it concerns. */
export function DoneLine({ ctx, query }: { ctx: Context; query: MailQuery }) {
  const done = dones.find((each) => each === query.done);
  if (!done) return null;
  return (
    <Banner tone="success" heading={translator(ctx.language)(`intake.done.${done}`)}>
      {query.reference && <a href={routes.deskTicket(query.reference)}>{query.reference}</a>}
    </Banner>
  );
}
