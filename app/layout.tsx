import latinLetters from "@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2";
import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { getThemeAttribute, THEME_COOKIE } from "@/lib/preferences";
import { BasicTexts } from "./_components/texts";
import "./globals.css";

/** Every page is somebody's: none is made while building. */
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: "Ion Reseller Portal", template: "%s · Ion Reseller Portal" },
  robots: { index: false },
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, cookieStore, headerStore] = await Promise.all([getLocale(), cookies(), headers()]);
  // In the first moment of a starting process nothing gives a page its policy yet (lib/security-headers.ts).
  if (!headerStore.has("content-security-policy")) throw new Error("the portal is still starting");
  // Asked for with the style sheet, which would name it only when words are laid out: they need not be laid out twice.
  preload(latinLetters, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  return (
    <html lang={locale} data-theme={getThemeAttribute(cookieStore.get(THEME_COOKIE)?.value)}>
      <body>
        <BasicTexts>{children}</BasicTexts>
      </body>
    </html>
  );
}
