"use server";

import * as z from "zod";
import { routes } from "@/lib/base/routes";
import { handOver } from "@/lib/orders/hand-over";
import { HandOver } from "@/lib/orders/schema";
import { personAction } from "@/lib/web/action";

const HandOverLines = HandOver.extend({
  reference: z.string(),
  lineIds: z.array(z.string()).min(1, "desk.errors.lines"),
});

export const handOverAction = personAction(HandOverLines, handOver, {
  goTo: (_, { reference }) => `${routes.deskOrder(reference)}?done=handedOver`,
});
