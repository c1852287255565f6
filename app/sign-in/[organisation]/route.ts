import { safeReturn } from "@/lib/web/return-to";
import { startSignIn } from "@/lib/web/sign-in";
import { signInRoute } from "@/lib/web/sign-in-route";

/** To the organisation's identity provider. */
export async function GET(request: Request, { params }: { params: Promise<{ organisation: string }> }) {
  const { organisation } = await params;
  return signInRoute(request, organisation, (ctx, asked) => startSignIn(ctx, asked, safeReturn(asked.query.return)));
}
