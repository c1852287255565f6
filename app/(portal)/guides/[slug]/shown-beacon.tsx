"use client";

import { useEffect } from "react";
import { routes } from "@/lib/base/routes";

/** Counts that somebody read the guide: a page that is merely fetched changes nothing. */
export function ShownBeacon({ slug }: { slug: string }) {
  useEffect(() => {
    const body = new Blob([JSON.stringify({ slug })], { type: "application/json" });
    navigator.sendBeacon(routes.api.guideShown(), body);
  }, [slug]);
  return null;
}
