import { connections } from "@/db/schema/connections";
import { type Context, inTransaction } from "@/lib/base/context";
import { env } from "@/lib/base/env";
import { type FieldFault, Invalid } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { personOf, requireMay } from "@/lib/base/may";
import { checkAddress } from "@/lib/base/outbound";
import { type DirectorySettings, shownDirectorySettings } from "@/lib/directory/schema";
import { record } from "@/lib/history/record";
import { type MailSettings, shownMailSettings } from "@/lib/mail/schema";
import { type MdmSettings, shownMdmSettings } from "@/lib/mdm/schema";
import { type ConnectionAddress, directoryAddresses, mailAddresses, mdmAddresses } from "./connection-addresses";
import { sealSettings } from "./stored-connection";

export type PutConnection =
  | { kind: "mdm"; settings: MdmSettings }
  | { kind: "directory"; settings: DirectorySettings }
  | { kind: "mail"; settings: MailSettings };

/**
 * Sets one connection of the organisation anew: the whole of it, secrets too, sealed as one. Administrators alone. Invalid at the
 * field whose address the portal may not call, and for the simulator where there is no demo. History keeps what may be shown.
 */
export async function putConnection(ctx: Context, input: PutConnection): Promise<void> {
  requireMay(ctx, "connection:edit");
  const { kind, settings } = input;
  const faults = "provider" in settings && settings.provider === "simulator" ? simulatorFaults() : [];
  const unreachable = await addressFaults(addressesOf(input));
  if (faults.length + unreachable.length > 0) throw new Invalid([...faults, ...unreachable]);
  const shown = { ...shownOf(input) };
  const row = {
    settings: shown,
    sealed: sealSettings(ctx, kind, settings),
    updatedAt: ctx.now,
    updatedById: personOf(ctx).personId,
  };
  await inTransaction(ctx, async (tx) => {
    await tx
      .insert(connections)
      .values({ id: newId(), organisationId: ctx.organisation.id, kind, ...row })
      .onConflictDoUpdate({ target: [connections.organisationId, connections.kind], set: row });
    await record(ctx, tx, "connections.put", { kind: "connection", id: kind }, shown);
  });
}

function simulatorFaults(): FieldFault[] {
  return env().DEMO ? [] : [{ path: "provider", key: "connections.simulatorOnlyInDemo" }];
}

/** A name that does not resolve just now is no fault of the settings: trying the connection tells. */
async function addressFaults(addresses: ConnectionAddress[]): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  for (const { path, url } of addresses) {
    const verdict = await checkAddress(url, env().ALLOW_ADDRESSES);
    if (!verdict.ok && !verdict.retry) faults.push({ path, key: verdict.key });
  }
  return faults;
}

function addressesOf(input: PutConnection): ConnectionAddress[] {
  if (input.kind === "mdm") return mdmAddresses(input.settings);
  return input.kind === "directory" ? directoryAddresses(input.settings) : mailAddresses(input.settings);
}

function shownOf(input: PutConnection) {
  if (input.kind === "mdm") return shownMdmSettings(input.settings);
  return input.kind === "directory" ? shownDirectorySettings(input.settings) : shownMailSettings(input.settings);
}
