import { expect, type Persona, type Portal } from "./fixtures";

type TicketAnswer = { reference: string; status: string; line: number; assignee: string | null; version: number };

/** For a journey that begins where a requester's page has shown the way: a fault, reported through REST. */
export async function reported(portal: Portal, title: string, more: Record<string, unknown> = {}): Promise<string> {
  const fault = { type: "incident", title, description: "Det började i morse.", category: "ipad/sync", ...more };
  const { reference } = await posted(portal, "staff", "/v1/tickets", fault);
  return reference;
}

export async function ticketNow(portal: Portal, reference: string): Promise<TicketAnswer> {
  const answer = await portal.api("second", `/v1/tickets/${reference}`);
  expect(answer.status, `ticket ${reference}`).toBe(200);
  return (await answer.json()) as TicketAnswer;
}

/** What somebody writes to a ticket without its page: by letter, or from another system. */
export const written = (portal: Portal, who: Persona, reference: string, body: string) =>
  posted(portal, who, `/v1/tickets/${reference}/comments`, { body, visibility: "public" });

export async function posted(portal: Portal, who: Persona, path: string, body: unknown): Promise<TicketAnswer> {
  const answer = await portal.api(who, path, { method: "POST", body: JSON.stringify(body) });
  const said = await answer.text();
  expect(answer.status, said).toBe(201);
  return JSON.parse(said) as TicketAnswer;
}
