import * as z from "zod";
import { NotFound } from "@/lib/base/errors";
import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { getAttachment } from "@/lib/tickets/list-attachments";
import { domainErrorOf } from "./failure";
import { fileHeaders } from "./file-response";
import { currentVisit } from "./session";

/** A file to the person whose session it is: their right to it is asked for each time, and no cache keeps it. */
export async function handOutFile(
  request: Request,
  { reference, id }: { reference: string; id: string },
): Promise<Response> {
  const { ctx } = await currentVisit();
  if (ctx.actor.kind !== "person") {
    const location = routes.signIn(routes.ticketAttachment(reference, id));
    return new Response(null, { status: 303, headers: { location } });
  }
  try {
    if (!z.uuid().safeParse(id).success) throw new NotFound();
    const isThumbnail = new URL(request.url).searchParams.has("thumbnail");
    const file = await getAttachment(ctx, id, { reference, isThumbnail });
    return new Response(new Uint8Array(file.content), { headers: fileHeaders(file) });
  } catch (fault) {
    const error = domainErrorOf(fault, ctx.request);
    const sentence = translator(ctx.language)(error?.key ?? "errors.notAnswered", error?.values);
    const headers = { "content-type": "text/plain; charset=utf-8" };
    return new Response(sentence, { status: error?.status ?? 500, headers });
  }
}
