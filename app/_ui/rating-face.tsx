import type { Language, Rating } from "@/db/words";
import { translator } from "@/lib/base/language";
import { Icon, type IconName } from "./icon";

const faces: Record<Rating, IconName> = {
  yes: "face-slightly-smiling",
  partly: "face-neutral",
  no: "face-slightly-frowning",
};

/** An answer to "Blev det bra?": the face, and always its word. */
export function RatingFace({ rating, language }: { rating: Rating; language: Language }) {
  return (
    <span className="inline-flex items-center gap-2">
      <Icon name={faces[rating]} />
      <span>{translator(language)(`report.rate.${rating}`)}</span>
    </span>
  );
}
