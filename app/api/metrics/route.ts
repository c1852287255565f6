import { metricsAnswer } from "@/lib/web/metrics-answer";

export const dynamic = "force-dynamic";

export const GET = metricsAnswer;
