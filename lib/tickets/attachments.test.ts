import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { attachments } from "@/db/schema/attachments";
import { comments, tickets } from "@/db/schema/tickets";
import { limits } from "@/lib/attachments/limits";
import { storeAttachment } from "@/lib/attachments/store-attachment";
import { type Context, inTransaction, read } from "@/lib/base/context";
import { NotAllowed, NotFound, RuleBroken, VersionMismatch } from "@/lib/base/errors";
import { newId } from "@/lib/base/ids";
import { pngOf } from "@/lib/testing/files";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { addAttachment } from "./add-attachment";
import { assignTicket } from "./assign-ticket";
import { cancelTicket } from "./cancel-ticket";
import { getAttachment, listAttachments } from "./list-attachments";
import { pauseTicket } from "./pause-ticket";
import { getTicket } from "./queries";
import { TransferTicket } from "./schema";
import { listTicketHistory } from "./ticket-history";
import { transferTicket } from "./transfer-ticket";

let world: World;
let elsewhere: World;
let reference: string;

beforeAll(async () => {
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
  reference = await faultIn(world);
});

const file = (words = "Loggen säger fel 42", changes: Partial<Parameters<typeof addAttachment>[1]> = {}) => ({
  ...{ reference, name: "logg.txt", content: Buffer.from(words), visibility: "public" as const },
  ...changes,
});

describe("addAttachment", () => {
  it("keeps the file, tells history, counts the version up and asks for it to be inspected", async () => {
    const staff = await world.as("staff");
    const { ticket } = await getTicket(staff, reference);
    const kept = await addAttachment(staff, file());
    expect(kept).toMatchObject({
      name: "logg.txt",
      type: "text/plain",
      state: "unscanned",
      size: 20,
      isInternal: false,
    });
    expect((await getTicket(staff, reference)).ticket.version).toBe(ticket.version + 1);
    const { items } = await listTicketHistory(staff, reference, { limit: 50 });
    expect(items.at(-1)).toMatchObject({ event: "tickets.attached", detail: { name: "logg.txt" } });
    expect(await listAttachments(staff, reference)).toMatchObject([{ id: kept.id, uploader: expect.any(String) }]);
    expect((await getAttachment(staff, kept.id)).content.toString()).toBe("Loggen säger fel 42");
  });

  it("refuses whoever may read the ticket and not write in it", async () => {
    await expect(addAttachment(await world.as("admin"), file())).rejects.toBeInstanceOf(NotAllowed);
  });

  it("refuses an internal file from the requester", async () => {
    const internal = file("x", { visibility: "internal" });
    await expect(addAttachment(await world.as("staff"), internal)).rejects.toBeInstanceOf(NotAllowed);
  });

  it("refuses another person, another organisation and nobody", async () => {
    for (const ctx of [await world.as("staff2"), await elsewhere.as("first"), anonymous()])
      await expect(addAttachment(ctx, file())).rejects.toBeInstanceOf(NotFound);
  });

  it("loses the race against whoever changed the ticket since", async () => {
    await expect(addAttachment(await world.as("first"), file("x", { version: 0 }))).rejects.toBeInstanceOf(
      VersionMismatch,
    );
  });

  it("refuses a ticket that has ended", async () => {
    const ended = await faultIn(world);
    await cancelTicket(await world.as("first"), { reference: ended, reason: "Löst på annat sätt" });
    await expect(addAttachment(await world.as("first"), file("x", { reference: ended }))).rejects.toBeInstanceOf(
      RuleBroken,
    );
  });

  it("ends a wait for the requester, when the requester sends it", async () => {
    const [first, waits] = [await world.as("first"), await faultIn(world)];
    await assignTicket(first, { reference: waits, assignee: `first@${world.slug}.example` });
    const reviewAt = new Date("2026-12-21T08:00:00+01:00");
    await pauseTicket(first, { reference: waits, reason: "Skicka en bild", waitingFor: "requester", reviewAt });
    await addAttachment(first, file("x", { reference: waits }));
    expect((await getTicket(first, waits)).ticket.status).toBe("paused");
    await addAttachment(await world.as("staff"), file("x", { reference: waits }));
    expect((await getTicket(first, waits)).ticket.status).toBe("in_progress");
  });
});

const anonymous = (): Context => ({ ...world.portal(), actor: { kind: "anonymous" } });

describe("who sees a file", () => {
  it("shows internal ones to those who work on the ticket alone, in list, content, thumbnail and history", async () => {
    const of = await faultIn(world);
    const first = await world.as("first");
    const picture = { reference: of, name: "hemlig.png", content: await pngOf() };
    const { id } = await addAttachment(first, { ...picture, visibility: "internal" });
    expect(await listAttachments(first, of)).toHaveLength(1);
    expect((await getAttachment(first, id, { isThumbnail: true })).type).toBe("image/webp");
    for (const who of ["staff", "admin"]) {
      const ctx = await world.as(who);
      expect(await listAttachments(ctx, of)).toEqual([]);
      await expect(getAttachment(ctx, id)).rejects.toBeInstanceOf(NotFound);
      await expect(getAttachment(ctx, id, { isThumbnail: true })).rejects.toBeInstanceOf(NotFound);
      const { items } = await listTicketHistory(ctx, of, { limit: 50 });
      expect(JSON.stringify(items)).not.toContain("hemlig.png");
    }
  });

  it("hides every file from another person, another organisation and nobody, by list and by id", async () => {
    const { id } = await addAttachment(await world.as("staff"), file());
    for (const ctx of [
      await world.as("staff2"),
      await elsewhere.as("first"),
      await elsewhere.as("admin"),
      anonymous(),
    ]) {
      await expect(listAttachments(ctx, reference)).rejects.toBeInstanceOf(NotFound);
      await expect(getAttachment(ctx, id)).rejects.toBeInstanceOf(NotFound);
    }
  });

  it("hides it from whoever lost the right to the ticket", async () => {
    const secret = await faultIn(world, { category: "sensitive" });
    const second = await world.as("second");
    const { id } = await addAttachment(second, file("x", { reference: secret }));
    expect((await getAttachment(second, id)).name).toBe("logg.txt");
    const on = TransferTicket.parse({ line: 3, queue: "line-3", reason: "Loggar", note: "Behöver specialist" });
    await transferTicket(second, { reference: secret, ...on });
    await expect(getAttachment(second, id)).rejects.toBeInstanceOf(NotFound);
    await expect(getAttachment(await world.as("first"), id)).rejects.toBeInstanceOf(NotFound);
  });

  it("does not find it under another ticket's reference", async () => {
    const { id } = await addAttachment(await world.as("staff"), file());
    const other = await faultIn(world);
    await expect(getAttachment(await world.as("staff"), id, { reference: other })).rejects.toBeInstanceOf(NotFound);
  });

  it.each([
    ["held", "attachments.held"],
    ["infected", "attachments.infected"],
  ] as const)("hands out nothing that is %s", async (state, key) => {
    const first = await world.as("first");
    const { id } = await addAttachment(first, file());
    await inTransaction(first, (tx) => tx.update(attachments).set({ state }).where(eq(attachments.id, id)));
    await expect(getAttachment(first, id)).rejects.toMatchObject({ key });
    await expect(getAttachment(first, id, { isThumbnail: true })).rejects.toMatchObject({ key });
  });
});

describe("how much there is room for", () => {
  const ticketId = async (of: string) =>
    read(world.portal(), async (tx) => {
      const [row] = await tx.select({ id: tickets.id }).from(tickets).where(eq(tickets.reference, of));
      return row?.id ?? "";
    });

  /** Files as if they had come before, so that a limit is near. */
  async function fill(of: string, files: number, changes: Partial<typeof attachments.$inferInsert> = {}) {
    const about = { organisationId: world.portal().organisation.id, ticketId: await ticketId(of), name: "a.txt" };
    const rest = { type: "text/plain", size: 1, sha256: "x", isInternal: false, state: "clean" as const };
    const rows = Array.from({ length: files }, () => {
      return { ...about, ...rest, id: newId(), createdAt: world.portal().now, ...changes };
    });
    await inTransaction(world.portal(), (tx) => tx.insert(attachments).values(rows));
  }

  it("refuses one file too many, and too many bytes, on a ticket", async () => {
    const [many, large] = [await faultIn(world), await faultIn(world)];
    await fill(many, limits.ticketFiles);
    await fill(large, 1, { size: limits.ticketBytes });
    for (const of of [many, large]) {
      await expect(addAttachment(await world.as("first"), file("x", { reference: of }))).rejects.toMatchObject({
        fields: [{ path: "content", key: "attachments.errors.ticketFull" }],
      });
    }
  });

  it("refuses a person who has had a day's share, and takes it again a day later", async () => {
    const [of, orderer] = [await faultIn(world, {}, "orderer"), await world.as("orderer")];
    const uploaderId = orderer.actor.kind === "person" ? orderer.actor.personId : "";
    await fill(await faultIn(world), limits.personFilesADay, { uploaderId });
    await expect(addAttachment(orderer, file("x", { reference: of }))).rejects.toMatchObject({
      fields: [{ key: "attachments.errors.dayFull" }],
    });
    const later = await world.as("orderer", new Date("2026-12-15T09:00:01+01:00"));
    expect(await addAttachment(later, file("x", { reference: of }))).toMatchObject({ name: "logg.txt" });
  });

  it("refuses a letter with more files than one may have, and keeps what came before", async () => {
    const ctx = world.portal();
    const id = await ticketId(await faultIn(world));
    const stored = inTransaction(ctx, async (tx) => {
      for (let n = 0; n <= limits.filesAtOnce; n++) {
        const on = { ticketId: id, commentId: await aComment(ctx, id), isInternal: false };
        await storeAttachment(ctx, tx, { ...on, name: "a.txt", content: Buffer.from("x") });
      }
    });
    await expect(stored).rejects.toMatchObject({ fields: [{ key: "attachments.errors.tooMany" }] });
    const left = await read(ctx, (tx) =>
      tx
        .select()
        .from(attachments)
        .where(and(eq(attachments.ticketId, id))),
    );
    expect(left).toEqual([]);
  });
});

let shared: string | undefined;
async function aComment(ctx: Context, ticketId: string): Promise<string> {
  if (shared) return shared;
  shared = newId();
  const row = { id: shared, organisationId: ctx.organisation.id, ticketId, visibility: "public" as const };
  await inTransaction(ctx, (tx) => tx.insert(comments).values({ ...row, body: "Hej", createdAt: ctx.now }));
  return shared;
}
