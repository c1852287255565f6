import { DomainError } from "@/lib/base/errors";
import { NotePresence, notePresence } from "@/lib/desk/presence";
import { domainErrorOf } from "../failure";
import { personOfRequest } from "./live-answer";

/** `POST /api/live/presence`: a ticket's page says that it is open. Only the status answers. */
export async function presenceAnswer(request: Request): Promise<Response> {
  try {
    const ctx = await personOfRequest(request);
    if (!ctx) return new Response(null, { status: 401 });
    const parsed = NotePresence.safeParse(await request.json().catch(() => null));
    if (!parsed.success) return new Response(null, { status: 400 });
    await notePresence(ctx, parsed.data);
    return new Response(null, { status: 204 });
  } catch (fault) {
    const error =
      fault instanceof DomainError ? fault : domainErrorOf(fault, request.headers.get("x-request-id") ?? "");
    return new Response(null, { status: error?.status ?? 500 });
  }
}
