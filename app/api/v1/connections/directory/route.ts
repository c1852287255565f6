import { directoryCalls } from "@/lib/web/operations/connections";
import { restRoute } from "@/lib/web/rest-route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute({
  GET: directoryCalls.get,
  PUT: directoryCalls.put,
});
