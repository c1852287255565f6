import * as z from "zod";
import { NotFound } from "@/lib/base/errors";
import { countShown } from "@/lib/guides/count-shown";
import { currentVisit } from "@/lib/web/session";

const Shown = z.object({ slug: z.string().max(80) });

/** Counts that a guide was read: told by the page itself, once it is in somebody's browser. */
export async function POST(request: Request): Promise<Response> {
  const parsed = Shown.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return new Response(null, { status: 400 });
  const { ctx } = await currentVisit();
  try {
    await countShown(ctx, parsed.data);
    return new Response(null, { status: 204 });
  } catch (fault) {
    if (fault instanceof NotFound) return new Response(null, { status: 404 });
    throw fault;
  }
}
