import { and, eq, inArray, ne } from "drizzle-orm";
import { orderLines, orders } from "@/db/schema/orders";
import { persons } from "@/db/schema/people";
import { type Context, read } from "@/lib/base/context";
import { Unavailable } from "@/lib/base/errors";
import { directoryFor, mdmFor } from "@/lib/connections/adapters";
import { deviceAccountName } from "@/lib/directory";
import { type LineRow, lineOrThrow, type Order, type TaskRow } from "./internal";
import { personligGroups } from "./personlig-groups";

/** What was asked, of whom, and the answer; shown with the task. `line`: what the answer says of the line. */
export type Answer = {
  done: { asked: string; of: string; answer: string } & Record<string, unknown>;
  line?: Partial<LineRow>;
};

/** Speaks to directory and MDM, outside every transaction. Each act reads first and after, so repeating it changes nothing. */
export function performTask(ctx: Context, order: Order, task: TaskRow): Promise<Answer> {
  const line = lineOrThrow(order, task.lineId);
  switch (task.kind) {
    case "add_to_groups":
      return addToGroups(ctx, line);
    case "remove_from_groups":
      return removeFromGroups(ctx, line);
    case "create_dev_account":
      return createDevAccount(ctx, order, line);
    case "disable_dev_account":
      return disableDevAccount(ctx, line);
    case "find_in_mdm":
      return findInMdm(ctx, line);
    case "tag_in_mdm":
      return tagInMdm(ctx, order, line);
    default:
      throw new Unavailable(`${task.kind} is not done by the portal`, false);
  }
}

async function addToGroups(ctx: Context, line: LineRow): Promise<Answer> {
  const { directory, account } = await accountOf(ctx, line);
  for (const group of personligGroups) await directory.addToGroup(account, group);
  return said("add to groups", "directory", `${account.name} is a member`, {
    account: account.name,
    groups: personligGroups,
  });
}

async function removeFromGroups(ctx: Context, line: LineRow): Promise<Answer> {
  const { directory, account } = await accountOf(ctx, line);
  if (await hasAnotherLine(ctx, line)) return said("remove from groups", "portal", "kept: another iPad needs them", {});
  for (const group of personligGroups) await directory.removeFromGroup(account, group);
  return said("remove from groups", "directory", `${account.name} is removed`, {
    account: account.name,
    groups: personligGroups,
  });
}

async function createDevAccount(ctx: Context, order: Order, line: LineRow): Promise<Answer> {
  const directory = await directoryFor(ctx);
  const name = deviceAccountName(serialOf(line));
  const description = `iPad Publik, ${order.reference}`;
  const account = await directory.createDeviceAccount({ name, description });
  const answer = said("create DEV account", "directory", `${account.name} exists`, { account: account.name });
  return { ...answer, line: { deviceAccount: account.name } };
}

async function disableDevAccount(ctx: Context, line: LineRow): Promise<Answer> {
  const name = line.serialNumber ? deviceAccountName(line.serialNumber) : null;
  const directory = await directoryFor(ctx);
  const account = name ? await directory.findAccount({ email: name, account: name }) : null;
  if (!account) return said("disable DEV account", "directory", "none was made", {});
  await directory.disableAccount(account.id);
  return said("disable DEV account", "directory", `${account.name} is disabled`, { account: account.name });
}

async function findInMdm(ctx: Context, line: LineRow): Promise<Answer> {
  const mdm = await mdmFor(ctx);
  const serialNumber = serialOf(line);
  const device = await mdm.findDevice(serialNumber);
  if (!device?.enrolled) throw new Unavailable(`${serialNumber} is not enrolled in the MDM (yet)`, true);
  const detail = { device: device.id, model: device.model, supervised: device.supervised };
  return said(`find ${serialNumber}`, mdm.server, "enrolled", detail);
}

async function tagInMdm(ctx: Context, order: Order, line: LineRow): Promise<Answer> {
  const mdm = await mdmFor(ctx);
  const serialNumber = serialOf(line);
  const device = await mdm.findDevice(serialNumber);
  if (!device) throw new Unavailable(`${serialNumber} is not in the MDM any more`, true);
  const tag = `ipad-${order.variant}`;
  await mdm.tagDevice(device, tag);
  return said(`tag ${serialNumber}`, mdm.server, `tagged ${tag}`, { device: device.id, tag });
}

function said(asked: string, of: string, answer: string, detail: Record<string, unknown>): Answer {
  return { done: { asked, of, answer, ...detail } };
}

function serialOf(line: LineRow): string {
  if (!line.serialNumber) throw new Unavailable("the line has no serial number", false);
  return line.serialNumber;
}

async function accountOf(ctx: Context, line: LineRow) {
  const [person] = await read(ctx, (tx) =>
    tx
      .select()
      .from(persons)
      .where(eq(persons.id, line.recipientId ?? "")),
  );
  if (!person) throw new Unavailable("the line has no recipient", false);
  const directory = await directoryFor(ctx);
  const account = await directory.findAccount({
    email: person.email,
    ...(person.account ? { account: person.account } : {}),
  });
  if (!account) throw new Unavailable(`no account for ${person.account ?? "the recipient"} in the directory`, false);
  return { directory, account };
}

/** Does the person have another iPad Personlig, ordered or in hand? Then the groups stay. */
async function hasAnotherLine(ctx: Context, line: LineRow): Promise<boolean> {
  const others = await read(ctx, (tx) =>
    tx
      .select({ id: orderLines.id })
      .from(orderLines)
      .innerJoin(orders, eq(orders.id, orderLines.orderId))
      .where(
        and(
          eq(orderLines.recipientId, line.recipientId ?? ""),
          ne(orderLines.id, line.id),
          eq(orders.variant, "personlig"),
          inArray(orderLines.status, ["approved", "preparing", "ready", "handed_over", "acknowledged"]),
        ),
      ),
  );
  return others.length > 0;
}
