import { getSignIn, setSignIn } from "@/lib/web/operations/sign-in";
import { restRoute } from "@/lib/web/rest-route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute({ GET: getSignIn, PUT: setSignIn });
