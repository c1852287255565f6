import { beforeAll, expect, test } from "vitest";
import { answerAddress, connectMail, mailOf } from "@/lib/testing/mails";
import { type RestClient, restClient, tokenOf } from "@/lib/testing/rest-client";
import { faultIn } from "@/lib/testing/tickets";
import { makeWorld, mondayMorning, setNow, type World } from "@/lib/testing/world";
import { listComments } from "@/lib/tickets/list-comments";
import { largestMail } from "./body-limit";

process.env.SEAL_KEY ??= "a key for these tests, long enough to be one";

let world: World;
let mail: RestClient;
let staff = "";
const as = { "content-type": "message/rfc822" };

beforeAll(async () => {
  setNow(mondayMorning);
  world = await makeWorld();
  await connectMail(world);
  mail = restClient(await tokenOf(world, "admin", ["mail"]));
  staff = `staff@${world.slug}.example`;
});

test("opens, appends, ignores and quarantines; the same again is answered the same", async () => {
  const reference = await faultIn(world);
  const to = answerAddress(world, reference, staff);
  const raw = {
    opened: mailOf({ from: staff, body: "Plattan är svart." }),
    appended: mailOf({ from: staff, to, body: "Fortfarande svart, åäö." }),
    ignored: mailOf({ from: staff, to, body: "Borta.", headers: ["Auto-Submitted: auto-replied"] }),
    quarantined: mailOf({ from: "noreply@annan.example", body: "Vinn!" }),
  };
  for (const [outcome, each] of Object.entries(raw)) {
    const first = await mail("POST /inbound-mail", each.toString(), as);
    expect([first.status, first.body.outcome]).toEqual([202, outcome]);
    const again = await mail("POST /inbound-mail", each.toString(), { ...as, "content-type": "message/rfc822; x=1" });
    expect([again.status, again.body]).toEqual([202, first.body]);
  }
  const [comment] = await listComments(world.portal(), reference);
  expect(comment?.body).toBe("Fortfarande svart, åäö.");
});

test("bytes that are no UTF-8 reach the reader as they came", async () => {
  const raw = Buffer.concat([
    Buffer.from(
      `From: ${staff}\r\nMessage-ID: <l1@x.example>\r\nSubject: Latin\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\n`,
    ),
    Buffer.from("Sk\xe4rmen \xe4r svart.", "latin1"),
  ]);
  const token = await tokenOf(world, "admin", ["mail"]);
  const { POST } = await import("@/app/api/v1/inbound-mail/route");
  const request = new Request("http://portal.example/api/v1/inbound-mail", {
    method: "POST",
    headers: { ...as, authorization: `Bearer ${token}` },
    body: new Uint8Array(raw),
  });
  const answer = await POST(request, { params: Promise.resolve({}) });
  const { reference } = (await answer.json()) as { reference: string };
  const reader = restClient(await tokenOf(world, "staff"));
  expect((await reader(`GET /tickets/${reference}`)).body.description).toBe("Skärmen är svart.");
});

test("wants its type, its scope, something, and not too much", async () => {
  const raw = mailOf({ from: staff, body: "Hej" }).toString();
  expect((await mail("POST /inbound-mail", raw, { "content-type": "application/json" })).status).toBe(415);
  expect((await mail("POST /inbound-mail", "", as)).status).toBe(400);
  expect((await mail("POST /inbound-mail", raw, { ...as, "content-length": String(largestMail + 1) })).status).toBe(
    413,
  );
  expect((await mail("POST /inbound-mail", "x".repeat(largestMail + 1), as)).status).toBe(413);
  const other = restClient(await tokenOf(world, "admin", ["read", "write"]));
  expect((await other("POST /inbound-mail", raw, as)).status).toBe(403);
  expect((await restClient()("POST /inbound-mail", raw, as)).status).toBe(401);
});
