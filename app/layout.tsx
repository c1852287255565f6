import "./globals.css";
import type { Viewport } from "next";
import type { ReactNode } from "react";
import { AccentStyle } from "@/app/_ui/accent-style";
import { ProblemWords } from "@/app/_ui/problem-words";
import { translator } from "@/lib/base/language";
import { pageContext } from "@/lib/web/session";

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf9f4" },
    { media: "(prefers-color-scheme: dark)", color: "#151c26" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { language, organisation } = await pageContext();
  const translate = translator(language);
  const words = {
    title: translate("ui.problem.title"),
    text: translate("ui.problem.text"),
    retry: translate("ui.problem.retry"),
    contact: translate("ui.problem.contact"),
  };
  return (
    <html lang={language}>
      <body>
        {organisation.settings.accent && <AccentStyle accent={organisation.settings.accent} />}
        <ProblemWords words={words}>{children}</ProblemWords>
      </body>
    </html>
  );
}
