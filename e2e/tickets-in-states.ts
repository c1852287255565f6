import { expect, type Persona, type Portal } from "./fixtures";

const stages = ["asked", "awaited", "solved"] as const;

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
  return { asked, awaited, solved };
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
