"use server";

import { followDisruption } from "@/lib/disruptions/follow-disruption";
import { FollowDisruption } from "@/lib/disruptions/schema";
import { personAction } from "@/lib/web/action";

export const followDisruptionAction = personAction(FollowDisruption, followDisruption);
