import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { NextIntlClientProvider } from "next-intl";
import type { ContextType, ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { messagesOf } from "@/lib/i18n/messages";

/** Nobody presses a link in markup. */
const router = {} as ContextType<typeof AppRouterContext>;

/** The markup that the server would send for a component, in English and UTC. */
export function render(node: ReactNode): string {
  return renderToStaticMarkup(
    <AppRouterContext value={router}>
      <NextIntlClientProvider locale="en" timeZone="UTC" messages={messagesOf("en")}>
        {node}
      </NextIntlClientProvider>
    </AppRouterContext>,
  );
}
