import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type BannerTone = "success" | "notice" | "problem";

const icons: Record<BannerTone, IconName> = { success: "circle-check", notice: "info", problem: "triangle-alert" };

/** A message about the whole page, told once when it comes: what was done, what to know, what is wrong. */
export function Banner({ tone, heading, children }: { tone: BannerTone; heading: string; children?: ReactNode }) {
  return (
    <div className="banner" data-tone={tone} role={tone === "problem" ? "alert" : "status"}>
      <Icon name={icons[tone]} />
      <div>
        <p className="banner-heading">{heading}</p>
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
