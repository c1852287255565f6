import { finishSignIn } from "@/lib/web/sign-in";
import { signInRoute } from "@/lib/web/sign-in-route";

/** Only the way back from the identity provider: `/api/auth/callback/oidc-<organisation>`. next-auth's other addresses are not there. */
export async function GET(request: Request, { params }: { params: Promise<{ nextauth: string[] }> }) {
  const { nextauth } = await params;
  const slug = /^callback\/oidc-([a-z0-9-]+)$/.exec(nextauth.join("/"))?.[1];
  if (!slug) return new Response(null, { status: 404 });
  return signInRoute(request, slug, finishSignIn);
}
