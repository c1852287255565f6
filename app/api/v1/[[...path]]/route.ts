import { noSuchCall } from "@/lib/web/rest-route";

/** Every address under /api/v1 that is none. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = noSuchCall();
