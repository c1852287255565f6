import { systemNow } from "@/lib/base/clock";
import { DomainError } from "@/lib/base/errors";
import { formatTime } from "@/lib/base/format";
import { translator } from "@/lib/base/language";
import { KeepDraft } from "@/lib/desk/schema";
import { keepTicketDraft } from "@/lib/desk/ticket-drafts";
import { currentVisit } from "./session";

/** What is written on a ticket, kept while it grows: `{ words }`, "Utkast sparat kl. 13.30". To a visitor there is nothing here. */
export async function draftAnswer(request: Request): Promise<Response> {
  const { ctx } = await currentVisit();
  const sent = KeepDraft.safeParse(await request.json().catch(() => null));
  if (ctx.actor.kind !== "person") return new Response(null, { status: 401 });
  if (!sent.success) return new Response(null, { status: 400 });
  try {
    const { isKept } = await keepTicketDraft(ctx, sent.data);
    return Response.json({ words: isKept ? keptInWords(ctx, systemNow()) : "" });
  } catch (fault) {
    if (fault instanceof DomainError) return new Response(null, { status: fault.status });
    throw fault;
  }
}

type Zoned = { language: "sv" | "en"; organisation: { timeZone: string } };

export function keptInWords({ language, organisation }: Zoned, at: Date): string {
  const time = formatTime(at, { language, timeZone: organisation.timeZone });
  return translator(language)("deskTicket.draft.kept", { time });
}
