import { getOpenApi } from "@/lib/web/openapi";
import { restRoute } from "@/lib/web/rest-route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute({ GET: getOpenApi });
