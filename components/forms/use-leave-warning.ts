"use client";

import { useEffect } from "react";
import { useTranslations } from "@/lib/i18n/use-translations";

/**
 * Asks before a form with unsaved changes is left by a link, a reload or a closed tab. Pass what the form library calls
 * dirty, and false once it is saved; `ownQuestion` asks in other words than "Your changes are not saved". The browser's own back button can't be held inside the portal; drafts are for that.
 */
export function useLeaveWarning(dirty: boolean, ownQuestion?: string): void {
  const t = useTranslations("common");
  const question = ownQuestion ?? t("leaveWarning");
  useEffect(() => {
    if (!dirty) return;
    const holdPage = (event: BeforeUnloadEvent) => event.preventDefault();
    const holdLink = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
        return;
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link?.href || link.target === "_blank" || link.hasAttribute("download")) return;
      const { origin, pathname, search } = new URL(link.href);
      const here = window.location;
      // A place on this page, or another site, which holdPage asks about.
      if (origin !== here.origin || (pathname === here.pathname && search === here.search)) return;
      if (window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", holdPage);
    document.addEventListener("click", holdLink, true);
    return () => {
      window.removeEventListener("beforeunload", holdPage);
      document.removeEventListener("click", holdLink, true);
    };
  }, [dirty, question]);
}
