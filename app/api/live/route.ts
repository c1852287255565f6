import { liveAnswer } from "@/lib/web/live/live-answer";

export const dynamic = "force-dynamic";

export const GET = (request: Request): Promise<Response> => liveAnswer(request);
