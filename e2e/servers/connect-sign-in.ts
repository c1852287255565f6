import { parseArgs } from "node:util";
import { eq } from "drizzle-orm";
import { closeDatabase } from "@/db/client";
import { connections } from "@/db/schema/connections";
import { groupMappings, units } from "@/db/schema/people";
import { inTransaction } from "@/lib/base/context";
import { parseSettings } from "@/lib/base/env";
import { newId } from "@/lib/base/ids";
import { seal } from "@/lib/base/seal";
import { enterDatabase } from "@/lib/commands/enter-database";
import { secretsFor } from "@/lib/commands/secrets";
import { signInPurpose } from "@/lib/connections/sign-in-settings";
import { contextOfPerson } from "@/lib/people/context-of-person";

/** Connects a demo municipality's sign-in, as its administrator's page will: what the group `Servicedesk` gives is first line. */
const { values } = parseArgs({
  options: {
    organisation: { type: "string", default: "aminne" },
    issuer: { type: "string", default: "" },
    client: { type: "string", default: "" },
  },
});
Object.assign(process.env, secretsFor(parseSettings(process.env)));
const { leave } = await enterDatabase();
const ctx = await contextOfPerson(`admin@${values.organisation}.example`, "e2e");
const { id: organisationId } = ctx.organisation;
const settings = {
  issuer: values.issuer,
  clientId: values.client,
  groupsClaim: "groups",
  displayName: "Kommunens konto",
};
const sealed = seal(process.env.E2E_CLIENT_SECRET ?? "", signInPurpose(organisationId));
await inTransaction(ctx, async (tx) => {
  const row = { settings, sealed, updatedAt: ctx.now };
  await tx
    .insert(connections)
    .values({ id: newId(), organisationId, kind: "sign_in", ...row })
    .onConflictDoUpdate({ target: [connections.organisationId, connections.kind], set: row });
  const [root] = await tx.select({ id: units.id }).from(units).where(eq(units.slug, values.organisation));
  const mapping = { id: newId(), organisationId, groupName: "Servicedesk", role: "first_line" as const };
  if (root)
    await tx
      .insert(groupMappings)
      .values({ ...mapping, unitId: root.id })
      .onConflictDoNothing();
});
await closeDatabase();
await leave();
