import { redirect } from "next/navigation";
import { NotFound } from "@/lib/base/errors";
import { routes } from "@/lib/base/routes";
import { deliveryEvent } from "@/lib/orders/calendar-file";
import { getOrder } from "@/lib/orders/queries";
import { currentVisit } from "@/lib/web/session";

/** The promised day, for the reader's own calendar. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ reference: string }> },
): Promise<Response> {
  const { reference } = await params;
  const { ctx } = await currentVisit();
  if (ctx.actor.kind !== "person") redirect(routes.signIn(routes.orderConfirmation(reference)));
  try {
    const { order, clock } = await getOrder(ctx, reference);
    return new Response(deliveryEvent(ctx, order.ticket, clock.dueAt, ctx.language), {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": `attachment; filename="${order.reference}.ics"`,
      },
    });
  } catch (fault) {
    if (fault instanceof NotFound) return new Response(null, { status: 404 });
    throw fault;
  }
}
