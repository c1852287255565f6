import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { orderLines, orders } from "@/db/schema/orders";
import { persons } from "@/db/schema/people";
import { inTransaction } from "@/lib/base/context";
import { NotAllowed, NotFound } from "@/lib/base/errors";
import { personOf } from "@/lib/base/may";
import { placeOrder } from "@/lib/orders/place-order";
import { PlaceOrder } from "@/lib/orders/schema";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, rolledBack, type World } from "@/lib/testing/world";
import { getTicket } from "@/lib/tickets/queries";
import { findPersons } from "./find-persons";
import { personAtDesk } from "./person-at-desk";
import { registerContact } from "./register-contact";
import { RegisterContact } from "./schema";

let world: World;
let elsewhere: World;
let ordered: string;

beforeAll(async () => {
  world = await makeWorld();
  elsewhere = await makeWorld("linderas");
  const choice = {
    service: "ipad",
    variant: "personlig",
    hardware: "ipad-air-11",
    costCentre: "2110-10",
    deliverTo: "Skolan",
  };
  const staff = await world.as("staff");
  const order = await placeOrder(staff, { ...PlaceOrder.parse(choice), submissionKey: "a", channel: "portal" });
  ordered = order.reference;
  await inTransaction(staff, async (tx) => {
    const [row] = await tx.select().from(orders).where(eq(orders.reference, ordered));
    const handedOver = { serialNumber: "DMPT2K9XQ1GC", status: "handed_over" as const, handedOverAt: staff.now };
    await tx
      .update(orderLines)
      .set(handedOver)
      .where(eq(orderLines.orderId, row?.id ?? ""));
    await tx
      .update(persons)
      .set({ phone: "+46 70-123 45 67", account: "majekd01" })
      .where(eq(persons.id, personOf(staff).personId));
  });
});

const contact = (changes: Record<string, unknown> = {}) =>
  RegisterContact.parse({
    requester: `staff@${world.slug}.example`,
    channel: "phone",
    title: "Synkar inte",
    ...changes,
  });

describe("findPersons", () => {
  it.each([
    ["maj", "Maja Ekdahl"],
    ["EKDAHL", "Maja Ekdahl"],
    ["ekd maj", "Maja Ekdahl"],
    ["majekd", "Maja Ekdahl"],
    ["staff@", "Maja Ekdahl"],
    ["070-123 45", "Maja Ekdahl"],
    ["0046701234567", "Maja Ekdahl"],
    ["dmpt2k9xq1gc", "Maja Ekdahl"],
    ["öbe", "Kim Öberg"],
    ["ÖBERG", "Kim Öberg"],
    ["åker", "Britta Åkerlund"],
    ["äpp", "Göran Äppelqvist"],
  ])("finds by %s", async (q, name) => {
    expect((await findPersons(await world.as("first"), q)).map((each) => each.name)).toEqual([name]);
  });

  it("finds by a reference, and keeps å, ä and ö apart from a and o", async () => {
    const first = await world.as("first");
    expect((await findPersons(first, ordered)).map(({ name }) => name)).toEqual(["Maja Ekdahl"]);
    for (const q of ["ober", "aker", "app", "m", "%", "%%", "xyzzy"]) expect(await findPersons(first, q)).toEqual([]);
  });

  it("knows nobody of another municipality, and is not for staff", async () => {
    expect(await findPersons(await elsewhere.as("first"), "Ekdahl")).toEqual([]);
    expect(await findPersons(await elsewhere.as("first"), ordered)).toEqual([]);
    await expect(async () => findPersons(await world.as("staff"), "maj")).rejects.toBeInstanceOf(NotAllowed);
  });

  it("finds a protected identity for those who work a confidential queue alone", async () => {
    await rolledBack(await world.as("second"), async (second) => {
      const staff = personOf(await world.as("staff"));
      await second.tx?.update(persons).set({ hasProtectedIdentity: true }).where(eq(persons.id, staff.personId));
      const first = { ...(await world.as("first")), tx: second.tx } as typeof second;
      for (const q of ["Maja Ekdahl", "majekd", "070-123 45", "DMPT2K9XQ1GC", ordered]) {
        expect([q, await findPersons(first, q)]).toEqual([q, []]);
        // Their order is confidential by now, in a queue that this agent does not work: its number finds nobody.
        expect([q, (await findPersons(second, q)).length]).toEqual([q, q === ordered ? 0 : 1]);
      }
      await expect(personAtDesk(first, staff.personId)).rejects.toBeInstanceOf(NotFound);
    });
  });
});

describe("personAtDesk", () => {
  it("shows what they have and what is under way, nothing that one may not see", async () => {
    const open = await faultIn(world);
    const hidden = await faultIn(world, { category: "sensitive" });
    const { personId } = personOf(await world.as("staff"));
    const seen = await personAtDesk(await world.as("first"), personId);
    expect(seen.devices).toEqual([{ serialNumber: "DMPT2K9XQ1GC", model: expect.any(String), reference: ordered }]);
    expect(seen.open).toMatchObject([
      { reference: open, isOrder: false },
      { reference: ordered, isOrder: true },
    ]);
    expect(seen.open.map(({ reference }) => reference)).not.toContain(hidden);
    await expect(personAtDesk(await elsewhere.as("first"), personId)).rejects.toBeInstanceOf(NotFound);
  });
});

describe("registerContact", () => {
  it("opens a ticket for whoever called or came, with no more than a name and a title", async () => {
    const first = await world.as("first");
    for (const channel of ["phone", "walk_in"] as const) {
      const { reference } = await registerContact(first, contact({ channel }));
      const { ticket, requester } = await getTicket(first, reference);
      expect([ticket.channel, ticket.category, ticket.priority, requester]).toEqual([
        channel,
        "other",
        3,
        `staff@${world.slug}.example`,
      ]);
    }
  });

  it.each(["private_device", "private_computer"])(
    "answers what concerns a %s at once, and counts it",
    async (ownership) => {
      const first = await world.as("first");
      const { reference, isOutsideScope } = await registerContact(first, contact({ ownership }));
      const { ticket } = await getTicket(first, reference);
      expect([isOutsideScope, ticket.status, ticket.resolutionCode]).toEqual([true, "resolved", "not_supported"]);
    },
  );

  it("refuses staff, strangers and other municipalities", async () => {
    await expect(registerContact(await world.as("staff"), contact())).rejects.toBeInstanceOf(NotAllowed);
    const stranger = contact({ requester: `staff@${elsewhere.slug}.example` });
    await expect(registerContact(await world.as("first"), stranger)).rejects.toMatchObject({
      fields: [{ path: "requester" }],
    });
    await expect(registerContact(await elsewhere.as("first"), contact())).rejects.toMatchObject({
      fields: [{ path: "requester" }],
    });
  });
});
