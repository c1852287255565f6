import { translator } from "@/lib/base/language";
import { routes } from "@/lib/base/routes";
import { SuggestGuides } from "@/lib/guides/schema";
import { suggestGuides } from "@/lib/guides/suggest-guides";
import { currentVisit } from "@/lib/web/session";

const Asked = SuggestGuides.pick({ text: true, category: true });

/** Guides for what somebody is typing. Posted, so that what a fault is about stands in no address and no log. */
export async function POST(request: Request): Promise<Response> {
  const parsed = Asked.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return new Response(null, { status: 400 });
  const { ctx } = await currentVisit();
  const found = await suggestGuides(ctx, { ...parsed.data, audience: "public", limit: 3 });
  const guides = found.map(({ slug, title, summary, language }) => {
    return { title, summary, language, href: routes.guideInstead(slug) };
  });
  return Response.json({ said: translator(ctx.language)("guides.hints.found", { count: guides.length }), guides });
}
