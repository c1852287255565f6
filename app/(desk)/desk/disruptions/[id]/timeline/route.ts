import { NotAllowed, NotFound } from "@/lib/base/errors";
import { exportTimeline, timelineText } from "@/lib/disruptions/export-timeline";
import { FollowDisruption } from "@/lib/disruptions/schema";
import { currentVisit } from "@/lib/web/session";

/** A disruption's timeline as a file, for a report to the authority: `?format=text` or `json`. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const parsed = FollowDisruption.safeParse(await params);
  if (!parsed.success) return new Response(null, { status: 404 });
  const { ctx } = await currentVisit();
  try {
    const timeline = await exportTimeline(ctx, parsed.data.id);
    const isJson = new URL(request.url).searchParams.get("format") === "json";
    const body = isJson ? `${JSON.stringify(timeline, null, 2)}\n` : timelineText(ctx, timeline);
    return new Response(body, {
      headers: {
        "content-type": isJson ? "application/json; charset=utf-8" : "text/plain; charset=utf-8",
        "content-disposition": `attachment; filename="timeline.${isJson ? "json" : "txt"}"`,
      },
    });
  } catch (fault) {
    if (fault instanceof NotFound || fault instanceof NotAllowed) return new Response(null, { status: 404 });
    throw fault;
  }
}
