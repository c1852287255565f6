import type { Locator, Page } from "@playwright/test";
import type { Municipality, Persona } from "./fixtures";
import type { OrdersInStates } from "./orders-in-states";
import type { Reach } from "./reach";

/** A page in one of its states: who sees it, where it is, what brings it there, and what proves that it is there. */
export type State = {
  /** As in `pagesOpenTo`: every page has a state. */
  page: string;
  name: string;
  /** Null: nobody is signed in. */
  who: Persona | null;
  municipality: Municipality;
  at: (orders: OrdersInStates) => string;
  reach?: Reach;
  /** What only this state shows; in no language's words. */
  shows: (page: Page, orders: OrdersInStates) => Locator;
};

export type Stage = keyof OrdersInStates;
export type Seen = { by?: Persona; from?: Municipality; reach?: Reach; shows?: string };

/** `stage`, where the address has `[reference]`: which order. */
export function state(page: string, name: string, query: string, seen: Seen, stage?: Stage): State {
  const proof = seen.shows ?? (stage ? null : "h1");
  return {
    ...{ page, name: `${page} ${stage ?? ""} ${name}`.replace(/ +/g, " ").trim() },
    ...{ who: seen.by ?? null, municipality: seen.from ?? "aminne" },
    at: (orders) =>
      page
        .replace("[service]", "ipad")
        .replace("[number]", "1")
        .replace("[reference]", stage ? orders[stage] : "") + query,
    shows: (at, orders) =>
      proof
        ? at.locator(proof).first()
        : at
            .locator("main")
            .getByText(orders[stage ?? "late"])
            .first(),
    ...(seen.reach ? { reach: seen.reach } : {}),
  };
}

/** A page whose address ends in a name that the demo always has. */
export const named = (page: string, path: string, name: string, seen: Seen): State => ({
  ...state(page, name, "", seen),
  at: () => path,
});

/** A table with something in it. */
export const rows = "main tbody tr";
