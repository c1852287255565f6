import { mdmCalls } from "@/lib/web/operations/connections";
import { restRoute } from "@/lib/web/rest-route";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = restRoute({ POST: mdmCalls.test });
