import { type Context, read } from "@/lib/base/context";
import { requireMay } from "@/lib/base/may";
import { currentMatrix, type Matrix } from "./priority";

/** The matrix that holds, with its version; version 0 where the organisation has not decided. For those who set up the desk. */
export function getPriorityMatrix(ctx: Context): Promise<{ version: number; matrix: Matrix }> {
  requireMay(ctx, "desk:edit");
  return read(ctx, (tx) => currentMatrix(ctx, tx));
}
