import { beforeAll, describe, expect, it } from "vitest";
import { answerAddress, arrive, connectMail, lettersTo, mailOf } from "@/lib/testing/mails";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, type World } from "@/lib/testing/world";
import { changeQueue } from "@/lib/tickets/change-queue";
import { listComments } from "@/lib/tickets/list-comments";
import { listSuppliers } from "@/lib/tickets/list-suppliers";
import { getTicket } from "@/lib/tickets/queries";
import { listQueues } from "@/lib/tickets/queues";
import { transferTicket } from "@/lib/tickets/transfer-ticket";
import { supplierReferenceIn } from "./supplier-reference";

process.env.SEAL_KEY ??= "a-key-for-tests-that-is-long-enough-0123";

const address = "support@leverantor.example";
let world: World;
let queue = "";

beforeAll(async () => {
  world = await makeWorld();
  await connectMail(world);
  queue = (await listQueues(await world.as("lead"))).find(({ line }) => line === 3)?.slug ?? "";
  await changeQueue(await world.as("lead"), { queue, supplier: { name: "Leverantören", address } });
});

async function handedOver(): Promise<string> {
  const reference = await faultIn(world);
  const note = { known: "Synken stannar.", tried: "Omstart.", asked: "Titta i loggen." };
  await transferTicket(await world.as("first"), { reference, line: 3, queue, reason: "Behöver leverantören", note });
  return reference;
}

describe("a third line outside the house", () => {
  it("is sent the hand-over note by mail, and nothing else of the ticket", async () => {
    const reference = await handedOver();
    const [letter] = await lettersTo(world, address);
    expect(letter).toMatchObject({ reference, kind: "ticket.supplier", origin: "person", personId: null });
    const said = JSON.stringify(letter?.content);
    for (const told of ["Synken stannar.", "Omstart.", "Titta i loggen."]) expect(said).toContain(told);
    for (const kept of ["Kalendern", "Sedan i går", "Maja", "staff@"]) expect(said).not.toContain(kept);
  });

  it("answers into the ticket as an internal comment of its own, with its own number kept", async () => {
    const reference = await handedOver();
    const to = answerAddress(world, reference, address);
    const raw = mailOf({ from: address, to, subject: `[#INC-4711] ${reference}`, body: "Vi ser felet." });
    expect(await arrive(world, raw)).toEqual({ outcome: "appended", reference, reason: "supplierReply" });
    const [comment] = await listComments(await world.as("third"), reference);
    expect(comment).toMatchObject({ visibility: "internal", author: null, mail: { supplier: "Leverantören" } });
    expect(await listComments(await world.as("staff"), reference)).toEqual([]);
    expect(await listSuppliers(await world.as("third"), reference)).toMatchObject([
      { name: "Leverantören", supplierReference: "INC-4711" },
    ]);
    await expect(listSuppliers(await world.as("staff"), reference)).rejects.toMatchObject({ status: 403 });
    expect((await getTicket(world.portal(), reference)).ticket.firstResponseAt).toBeNull();
  });

  it("has a token for that ticket and that address alone", async () => {
    const [one, other] = [await handedOver(), await faultIn(world)];
    const wrong = [
      mailOf({ from: "annan@leverantor.example", to: answerAddress(world, one, address), body: "Hej" }),
      mailOf({ from: address, to: answerAddress(world, other, address), body: "Hej" }),
    ];
    for (const raw of wrong) expect((await arrive(world, raw)).outcome).toBe("opened");
    expect(await listComments(world.portal(), one)).toEqual([]);
    expect(await listComments(world.portal(), other)).toEqual([]);
  });
});

it.each([
  ["[#12345] Svar", "12345"],
  ["Case 00123: synk", "00123"],
  ["Ärende: INC-77 mottaget", "INC-77"],
  ["Re: Ärende 100-0003 från Åminne", null],
  ["[#A-9001] Ärende 100-0003", "A-9001"],
  ["Hej", null],
])("their number in %j is %s", (subject, expected) => expect(supplierReferenceIn({ subject })).toBe(expected));
