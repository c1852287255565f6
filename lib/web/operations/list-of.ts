import * as z from "zod";

/** A page of a list: `next` is the cursor of the page after, null on the last. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

/** Several words of a list, with commas between: "new,paused". */
export const Words = <Word extends z.ZodType<unknown, string>>(word: Word) =>
  z
    .string()
    .transform((text) => text.split(",").map((part) => part.trim()))
    .pipe(z.array(word));
