import { ipadService } from "@/db/demo/ipad-service";
import { type HardwareContent, ipadHardware } from "@/db/demo/ipad-service/hardware";
import { certificationSteps } from "@/db/words";
import { type Context, inTransaction } from "@/lib/base/context";
import { addHardware } from "./add-hardware";
import { certifyHardware } from "./certify-hardware";
import { draftService } from "./draft-service";
import { publishService } from "./publish-service";

/** The iPad service and its hardware in a demo municipality, by its administrator; calendars and people are there already. */
export async function fillDemoCatalogue(ctx: Context, slug: "aminne" | "linderas"): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const within = { ...ctx, tx };
    for (const [position, model] of ipadHardware.entries()) await fillHardware(within, model, position);
    const { version } = await draftService(within, { basedOn: 0, ...ipadService(slug) });
    await publishService(within, { service: "ipad", version });
  });
}

async function fillHardware(
  ctx: Context,
  { certification, ...model }: HardwareContent,
  position: number,
): Promise<void> {
  await addHardware(ctx, { ...model, position });
  for (const [n, step] of certificationSteps.entries()) {
    const outcome = certification[n];
    if (outcome) await certifyHardware(ctx, { model: model.slug, step, ...outcome });
  }
}
