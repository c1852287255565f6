import * as z from "zod";

/** A letter as it is kept and sent: finished sentences, in the addressee's language. */
export const LetterContent = z.object({
  language: z.enum(["sv", "en"]),
  subject: z.string(),
  heading: z.string(),
  paragraphs: z.array(z.string()),
  facts: z.array(z.object({ label: z.string(), value: z.string() })).default([]),
  action: z.object({ label: z.string(), url: z.string() }).optional(),
  footer: z.string(),
  attachments: z.array(z.object({ filename: z.string(), contentType: z.string(), content: z.string() })).default([]),
});
export type LetterContent = z.output<typeof LetterContent>;
