import { Banner } from "@/app/_ui/banner";
import type { Language } from "@/db/words";
import { translator } from "@/lib/base/language";
import { dones } from "./done";

/** Says what was just done, when the address says so. */
export function DoneBanner({ done, language }: { done: string | string[] | undefined; language: Language }) {
  const known = dones.find((each) => each === done);
  return known ? <Banner tone="success" heading={translator(language)(`disruptions.done.${known}`)} /> : null;
}
