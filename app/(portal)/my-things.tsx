import type { Context } from "@/lib/base/context";

/** On the front page: what the person has under way, and whose turn it is. */
export async function MyThings({ ctx: _ }: { ctx: Context }) {
  return null;
}
