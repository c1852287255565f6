import * as z from "zod";

/** RFC 9457. `code` is for programs; `request` is what to quote when asking for help, and stands in the header x-request-id too. */
export const ProblemAnswer = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    request: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem" });
