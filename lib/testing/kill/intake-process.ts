import { receiveOwnMail } from "@/lib/intake/receive-mail";
import { portalContext } from "@/lib/jobs/portal-context";
import { getOrganisation } from "@/lib/people/organisations";
import { setNow } from "@/lib/testing/world-of";
import { crashAt } from "./crash-at";

export type IntakeOrder = { slug: string; at: string; raws: string[]; crashAt: number };

/** Takes mails in as a process that may be killed at any moment. It loads, and then waits to be told which. */
process.once("message", async ({ slug, at, raws, crashAt: number }: IntakeOrder) => {
  setNow(new Date(at));
  const ctx = portalContext(await getOrganisation(slug), "kill");
  crashAt(number);
  for (const raw of raws) await receiveOwnMail(ctx, { raw: Buffer.from(raw, "base64") });
  process.exit(0);
});
