import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { letters } from "@/db/schema/history";
import { type Context, read } from "@/lib/base/context";
import { startDirectorySimulator } from "@/lib/directory";
import { startWorker } from "@/lib/jobs/worker";
import { simulatorCredentials, startMdmSimulator } from "@/lib/mdm";
import { ownDatabase } from "@/lib/testing/own-database";
import { makeWorld, mondayMorning, setNow, type World } from "@/lib/testing/world";
import { acknowledgeReceipt } from "./acknowledge-receipt";
import { decideApproval } from "./decide-approval";
import { handOver } from "./hand-over";
import { placeOrder } from "./place-order";
import { getOrder, type OrderView } from "./queries";
import { registerSerialNumber } from "./register-serial-number";
import { PlaceOrder } from "./schema";

let world: World;
const close: (() => Promise<void>)[] = [];
const order = {
  service: "ipad",
  variant: "personlig",
  hardware: "ipad-air-11",
  costCentre: "2110-10",
  deliverTo: "Expeditionen",
} as const;

beforeAll(async () => {
  const own = await ownDatabase();
  const dir = mkdtempSync(join(tmpdir(), "flow-"));
  const secret = "a secret of the test that is long enough to be one";
  const mdm = await startMdmSimulator({ port: 0, dir: join(dir, "mdm"), credentials: simulatorCredentials(secret) });
  const directory = await startDirectorySimulator({ port: 0, dir: join(dir, "directory") });
  Object.assign(process.env, {
    ...{ DEMO: "1", DATA_DIR: dir, LOG_LEVEL: "silent", SIMULATOR_SECRET: secret },
    ...{ MDM_SIMULATOR_URL: mdm.url, DIRECTORY_SIMULATOR_URL: directory.url },
  });
  world = await makeWorld();
  setNow(mondayMorning);
  const worker = await startWorker(own.url);
  close.push(worker.close, mdm.close, directory.close, own.drop);
}, 60_000);

afterAll(async () => {
  for (const end of close) await end();
});

async function until(ctx: Context, reference: string, isSo: (view: OrderView) => boolean): Promise<OrderView> {
  for (let tries = 0; tries < 150; tries++) {
    const view = await getOrder(ctx, reference);
    if (isSo(view)) return view;
    await new Promise((done) => setTimeout(done, 100));
  }
  const { order: last, lines } = await getOrder(ctx, reference);
  throw new Error(`never so: ${last.status} ${JSON.stringify(lines.map((line) => line.tasks))}`);
}

describe("an iPad ordered, approved, prepared and handed over", () => {
  it("goes the whole way for a Personlig, and the promise is kept", async () => {
    const staff = await world.as("staff");
    const { reference } = await placeOrder(staff, {
      ...PlaceOrder.parse(order),
      submissionKey: "one",
      channel: "portal",
    });
    const placed = await getOrder(staff, reference);
    expect(placed.order.status).toBe("awaiting_approval");
    expect(placed.clock.dueAt.toISOString()).toBe("2027-01-08T15:00:00.000Z");
    expect(placed.order.ticket.dueAt).toEqual(placed.clock.dueAt);

    const manager = await world.as("manager");
    await decideApproval(manager, { reference, decision: "approved" });
    await until(
      staff,
      reference,
      ({ lines }) => lines[0]?.tasks.find((t) => t.kind === "add_to_groups")?.status === "done",
    );

    const first = await world.as("first");
    const lineId = placed.lines[0]?.id ?? "";
    await registerSerialNumber(first, { reference, lineId, serialNumber: "DMPXK1ABCD12" });
    const ready = await until(staff, reference, (view) => view.order.status === "ready");
    expect(ready.lines[0]?.tasks.map((t) => [t.kind, t.status])).toContainEqual(["tag_in_mdm", "done"]);

    await handOver(first, { reference, lineIds: [lineId], receivedBy: "Maja Ekdahl" });
    const handed = await getOrder(staff, reference);
    expect([handed.order.status, handed.clock.state, handed.order.ticket.status]).toEqual([
      "delivered",
      "met",
      "resolved",
    ]);
    await acknowledgeReceipt(staff, { reference });
    expect((await getOrder(staff, reference)).lines[0]?.status).toBe("acknowledged");

    await until(staff, reference, () => true);
    const sent = await read(world.portal(), (tx) =>
      tx.select().from(letters).where(eq(letters.organisationId, world.portal().organisation.id)),
    );
    expect(sent.map((letter) => letter.kind).sort()).toEqual(
      ["approval.asked", "order.approved", "order.handedOver", "order.placed", "order.ready"].sort(),
    );
  }, 60_000);
});
