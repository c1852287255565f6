import { draftAnswer } from "@/lib/web/draft-answer";

export const dynamic = "force-dynamic";

export const POST = draftAnswer;
