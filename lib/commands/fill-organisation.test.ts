import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { openDatabase } from "@/db/client";
import { listOrphans } from "@/lib/escalation/orphans";
import { contextOfPerson } from "@/lib/people/context-of-person";
import { faultOf } from "@/lib/testing/tickets";
import { mondayMorning } from "@/lib/testing/world";
import { assignTicket } from "@/lib/tickets/assign-ticket";
import { listCategories } from "@/lib/tickets/categories";
import { openTicket } from "@/lib/tickets/open-ticket";
import { getTicket } from "@/lib/tickets/queries";
import { fillOrganisation } from "./fill-organisation";

it("makes a municipality that takes tickets in every category at once", async () => {
  const slug = `new-${randomBytes(3).toString("hex")}`;
  const admin = `admin@${slug}.example`;
  const owner = openDatabase(process.env.DATABASE_URL ?? "", { max: 1, name: "serviceportalen-test-owner" });
  await fillOrganisation(owner.db, { slug, name: "Nya kommun", admin, adminName: "Ada Nyberg" }, mondayMorning);
  await owner.close();
  const ctx = { ...(await contextOfPerson(admin, "test", slug)), now: mondayMorning };
  const categories = await listCategories(ctx);
  expect(categories.length).toBeGreaterThan(10);
  for (const { path, isConfidential } of categories) {
    const { reference } = await openTicket(ctx, faultOf({ category: path }));
    await assignTicket(ctx, { reference, assignee: admin });
    const view = await getTicket(ctx, reference);
    expect([path, view.queue]).toEqual([path, isConfidential ? "sensitive" : "line-1"]);
    expect(view.clocks.map(({ target }) => target).sort()).toEqual(["resolution", "response", "update"]);
  }
  expect(await listOrphans(ctx)).toEqual([]);
}, 60_000);
