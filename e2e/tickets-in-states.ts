import { expect, type Persona, type Portal } from "./fixtures";

const stages = ["asked", "awaited", "solved", "sentOn", "mailed"] as const;

/** References of tickets, one for each state that its requester's page can show. */
export type TicketsInStates = Record<(typeof stages)[number], string>;

const dayMs = 86_400_000;

/** Made last: the clock stands still from here, so that what waits goes on waiting. */
export async function ticketsInStates(portal: Portal): Promise<TicketsInStates> {
  const asked = await opened(portal, "Surfplattan laddar inte");
  const awaited = await opened(portal, "Skrivaren på plan tre svarar inte");
  const reviewAt = new Date((await portal.clock.now()).getTime() + 60 * dayMs).toISOString();
  const pause = { reason: "Vilken färg lyser lampan med?", waitingFor: "requester", reviewAt };
  await post(portal, "first", `/v1/tickets/${awaited}/pauses`, pause);
  const solved = await opened(portal, "Kalendern är tom");
  const resolution = { resolution: "Vi lade till kontot på nytt.", code: "fixed" };
  await post(portal, "first", `/v1/tickets/${solved}/resolution`, resolution);
  await post(portal, "staff", `/v1/tickets/${asked}/comments`, { body: "Laddaren är ny.", visibility: "public" });
  const sentOn = await opened(portal, "Nätet försvinner i aulan");
  const handOver = { known: "Bara aulan.", tried: "Startade om accesspunkten.", asked: "Se efter i växelns logg." };
  await post(portal, "first", `/v1/tickets/${sentOn}/transfers`, { line: 2, reason: "Det är nätet", note: handOver });
  await sendMail(portal, "noreply@annan.example", "Er order 4711 är på väg");
  const mailed = await sendMail(portal, "staff@aminne.example", "Pennan svarar inte");
  return { asked, awaited, solved, sentOn, mailed };
}

/** A mail that comes in; answers the ticket that it opened, where it opened one. */
async function sendMail(portal: Portal, from: string, subject: string): Promise<string> {
  const words = [`From: ${from}`, "To: servicedesk@aminne.example", `Subject: ${subject}`];
  const head = [
    ...words,
    `Message-ID: <${subject.replace(/\W/g, "")}@mail.example>`,
    "Content-Type: text/plain; charset=utf-8",
  ];
  const answer = await portal.api("admin", "/v1/inbound-mail", {
    ...{ method: "POST", headers: { "content-type": "message/rfc822" } },
    body: `${head.join("\r\n")}\r\n\r\nDet började i morse.\r\n`,
  });
  const said = await answer.text();
  expect(answer.status, said).toBe(202);
  return (JSON.parse(said) as { reference?: string }).reference ?? "";
}

async function opened(portal: Portal, title: string): Promise<string> {
  const words = { type: "incident", title, description: "Sedan i går.", category: "ipad/apps" };
  return (await post(portal, "staff", "/v1/tickets", words)).reference;
}

async function post(portal: Portal, who: Persona, path: string, body: unknown): Promise<{ reference: string }> {
  const answer = await portal.api(who, path, { method: "POST", body: JSON.stringify(body) });
  const said = await answer.text();
  expect(answer.status, said).toBe(201);
  return JSON.parse(said) as { reference: string };
}
