import * as z from "zod";

/**
 * What the simulator understands, described anew from the vendor's REST documents and not taken from the adapter, so that a
 * mistake there shows here. Query names are compared in lower case, as they do.
 */
export const operations = {
  readDevice: {
    method: "GET",
    path: "/api/mdm/devices",
    query: z.object({ searchby: z.string().regex(/^serialnumber$/i), id: z.string().min(1) }),
    body: z.undefined(),
    refusal: { status: 422, errorCode: 5003 },
  },
  searchTags: {
    method: "GET",
    path: "/api/mdm/tags/search",
    query: z.object({
      name: z.string().optional(),
      organizationgroupid: z.coerce.number().int().optional(),
      page: z.coerce.number().int().min(0).default(0),
      pagesize: z.coerce.number().int().min(1).max(500).default(500),
    }),
    body: z.undefined(),
    refusal: { status: 400, errorCode: 6 },
  },
  addTag: {
    method: "POST",
    path: "/api/mdm/tags/addtag",
    query: z.object({}),
    body: z.object({
      TagName: z.string().min(1),
      TagAvatar: z.string().optional(),
      TagType: z.enum(["Device", "General"]).optional(),
      LocationGroupId: z.number().int(),
    }),
    refusal: { status: 400, errorCode: 6 },
  },
  addDevicesToTag: {
    method: "POST",
    path: "/api/mdm/tags/{id}/adddevices",
    query: z.object({}),
    body: z.object({ BulkValues: z.object({ Value: z.array(z.string()).min(1) }) }),
    refusal: { status: 400, errorCode: 6 },
  },
  devicesOfTag: {
    method: "GET",
    path: "/api/mdm/tags/{id}/devices",
    query: z.object({}),
    body: z.undefined(),
    refusal: { status: 400, errorCode: 6 },
  },
} as const;

export type OperationName = keyof typeof operations;

export type Call<N extends OperationName> = {
  /** The number in the path, where the path has one. */
  id: number;
  query: z.infer<(typeof operations)[N]["query"]>;
  body: z.infer<(typeof operations)[N]["body"]>;
};

export type Matched = { name: OperationName; id: number };

/** The operation that a request names; their paths are read without regard to case. */
export function matchOperation(method: string, path: string): Matched | null {
  for (const [name, operation] of Object.entries(operations)) {
    const pattern = new RegExp(`^${operation.path.replace("{id}", "(\\d+)")}$`, "i");
    const found = method === operation.method ? pattern.exec(path) : null;
    if (found) return { name: name as OperationName, id: Number(found[1] ?? 0) };
  }
  return null;
}
