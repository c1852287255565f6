import { cache } from "react";
import type { Context } from "@/lib/base/context";
import { may, personOf } from "@/lib/base/may";
import { getService } from "@/lib/catalogue/queries";
import type { Service } from "@/lib/catalogue/service";
import { listOrderers, type Orderer } from "@/lib/people/orderers";
import { listUnitsFor, type UnitWithCodes } from "@/lib/people/units";
import type { Asks } from "./answers";

/** What this person may order of a service, for whom, and at whose cost. */
export type Offer = {
  service: Service;
  /** Only those that they may choose. */
  variants: Service["variants"];
  mayOrderForOthers: boolean;
  units: UnitWithCodes[];
  /** Whom to ask for what is not theirs to order. */
  orderers: Orderer[];
  asks: Asks;
};

/** NotFound when the service is not published. */
export const offerOf = cache(async (ctx: Context, slug: string): Promise<Offer> => {
  const service = await getService(ctx, slug);
  const { unitPath } = personOf(ctx);
  const mayPublik = may(ctx.actor, "order:placePublik");
  const mayOrderForOthers = may(ctx.actor, "order:placeForOthers");
  const variants = service.variants.filter((variant) => variant.slug !== "publik" || mayPublik);
  const units = await listUnitsFor(ctx);
  const orderers = mayPublik ? [] : await listOrderers(ctx, unitPath);
  const asks = { variant: variants.length > 1, who: mayOrderForOthers, unit: units.length > 1 };
  return { service, variants, mayOrderForOthers, units, orderers, asks };
});
