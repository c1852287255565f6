import { type Context, read } from "@/lib/base/context";
import { NotFound } from "@/lib/base/errors";
import { may } from "@/lib/base/may";
import { type Service, serviceOf } from "./service";
import { serviceRows } from "./service-rows";

/** The services as they hold at `ctx.now`, in the catalogue's order. Public: a service description is no secret. */
export async function listServices(ctx: Context): Promise<Service[]> {
  const rows = await read(ctx, (tx) => serviceRows(ctx, tx, { holdingNow: true }));
  return rows.map((row) => serviceOf(row, ctx.language));
}

/** One service as it holds at `ctx.now`. NotFound also for what is not published yet. */
export async function getService(ctx: Context, slug: string): Promise<Service> {
  const [row] = await read(ctx, (tx) => serviceRows(ctx, tx, { holdingNow: true, slug }));
  if (!row) throw new NotFound("catalogue.noSuchService");
  return serviceOf(row, ctx.language);
}

/** One edition by id, such as the one an order was placed under. Drafts are for those who may edit the catalogue. */
export async function getServiceVersion(ctx: Context, id: string): Promise<Service> {
  const [row] = await read(ctx, (tx) => serviceRows(ctx, tx, { versionId: id }));
  if (!row || (row.status === "draft" && !may(ctx.actor, "catalogue:edit"))) {
    throw new NotFound("catalogue.noSuchService");
  }
  return serviceOf(row, ctx.language);
}
