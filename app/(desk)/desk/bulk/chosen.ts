import { readReference } from "@/lib/base/reference";
import { routes } from "@/lib/base/routes";
import { mostInBulk } from "@/lib/desk/bulk-schema";

type Params = Record<string, string | string[] | undefined>;

/** What the queue's form sends: the act, the tickets that were ticked, and the queue's own address from "?" on. */
export function readChosen(params: Params): { act: string; references: string[]; back: string } {
  const read = [params.ticket ?? []].flat().map(readReference);
  const references = read.flatMap((each) => (each.ok ? [each.reference] : []));
  return {
    act: typeof params.act === "string" ? params.act : "",
    references: [...new Set(references)].slice(0, mostInBulk),
    back: backTo(typeof params.from === "string" ? params.from : ""),
  };
}

/** Back to the queue as it was; never anywhere else. */
export function backTo(from: string): string {
  return from.startsWith("?") ? `${routes.desk()}?${new URLSearchParams(from)}` : routes.desk();
}
