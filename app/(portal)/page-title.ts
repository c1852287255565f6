import type { Metadata } from "next";
import { translator } from "@/lib/base/language";
import { pageContext } from "@/lib/web/session";

/** The document's title: what the page is for first, then whose it is: "iPad – Serviceportalen, Åminne kommun". */
export async function pageTitle(page: string): Promise<Metadata> {
  const { language, organisation } = await pageContext();
  return { title: translator(language)("home.title", { page, municipality: organisation.name }) };
}
