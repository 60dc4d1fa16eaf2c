import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { messagesOf } from "@/lib/i18n/messages";

/** The markup that the server would send for a component, in English and UTC. */
export function render(node: ReactNode): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messagesOf("en")}>
      {node}
    </NextIntlClientProvider>,
  );
}
