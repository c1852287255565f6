import type { Context } from "@/lib/base/context";
import { DomainError } from "@/lib/base/errors";
import { domainErrorOf } from "./failure";
import { currentVisit } from "./session";

/** What an island on the desk asks for while one types (`?q=`): a list, by the session. Only the status tells why there is none. */
export function deskJson<T>(find: (ctx: Context, q: string) => Promise<T[]>): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const { ctx } = await currentVisit();
      if (ctx.actor.kind !== "person") return new Response(null, { status: 401 });
      const q = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 200).replaceAll("\0", "");
      return Response.json({ items: await find(ctx, q) });
    } catch (fault) {
      const error =
        fault instanceof DomainError ? fault : domainErrorOf(fault, request.headers.get("x-request-id") ?? "");
      return new Response(null, { status: error?.status ?? 500 });
    }
  };
}
