import { presenceAnswer } from "@/lib/web/live/presence-answer";

export const dynamic = "force-dynamic";

export const POST = (request: Request): Promise<Response> => presenceAnswer(request);
