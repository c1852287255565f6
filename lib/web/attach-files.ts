import { DomainError, Invalid } from "@/lib/base/errors";
import { type MessageKey, translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { addAttachment, requireMayAttach } from "@/lib/tickets/add-attachment";
import { ApiRefusal } from "./api-refusal";
import { domainErrorOf } from "./failure";
import { receiveFiles } from "./receive-files";
import { safeReturn } from "./return-to";
import { currentVisit } from "./session";

/** The query by which a page is told what became of the files that its form sent. */
export const outcomeName = "files";

type Outcome = { status: number; key: MessageKey };

/**
 * Takes the files of a form on a ticket's page. A form without script is answered by going back to its page, which says what
 * happened; the page's own script asks for JSON. Whoever may not attach is told so before anything is received.
 */
export async function attachFiles(request: Request, reference: string): Promise<Response> {
  const { ctx } = await currentVisit();
  const wantsJson = request.headers.get("accept") === "application/json";
  let back = routes.ticket(reference);
  if (ctx.actor.kind !== "person") return wantsJson ? said(401, "errors.notAllowed") : goTo(routes.signIn(back));
  try {
    await requireMayAttach(ctx, reference, "public");
    const { files, fields } = await receiveFiles(request);
    back = safeReturn(fields.back ?? back);
    if (files.length === 0) throw new Invalid([{ path: "file", key: "attachments.errors.none" }]);
    const visibility = fields.visibility === "internal" ? "internal" : "public";
    for (const { name, content } of files) await addAttachment(ctx, { reference, name, content, visibility });
    return wantsJson ? said(201, "attachments.done") : backTo(back, "done");
  } catch (fault) {
    const { status, key } = outcomeOf(fault, ctx.request);
    return wantsJson ? said(status, key) : backTo(back, key.split(".").at(-1) ?? "");
  }

  function said(status: number, key: MessageKey): Response {
    return Response.json({ message: translator(ctx.language)(key, { reference: ctx.request }) }, { status });
  }
}

function outcomeOf(fault: unknown, request: string): Outcome {
  if (fault instanceof ApiRefusal) {
    return {
      status: fault.status,
      key: fault.status === 413 ? "attachments.errors.tooLarge" : "attachments.errors.none",
    };
  }
  const error = domainErrorOf(fault, request);
  if (error instanceof Invalid) return { status: 400, key: error.fields[0]?.key ?? error.key };
  return error instanceof DomainError
    ? { status: error.status, key: error.key }
    : { status: 500, key: "errors.unexpected" };
}

function backTo(page: string, outcome: string): Response {
  const address = new URL(page, "http://portal.invalid");
  address.searchParams.set(outcomeName, outcome);
  return goTo(`${address.pathname}${address.search}#attachments`);
}

const goTo = (location: string) => new Response(null, { status: 303, headers: { location } });
