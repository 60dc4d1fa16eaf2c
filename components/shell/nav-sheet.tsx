"use client";

import { useState } from "react";
import type { NavEntry } from "@/components/shell/nav-entries";
import { NavList } from "@/components/shell/nav-list";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { Sheet } from "@/components/ui/sheet";
import { useTranslations } from "@/lib/i18n/use-translations";

/** The navigation on a phone: a sheet behind one button. */
export function NavSheet({ entries }: { entries: readonly NavEntry[] }) {
  const t = useTranslations("shell");
  const [open, setOpen] = useState(false);
  return (
    <Sheet
      open={open}
      onOpenChange={setOpen}
      title={t("product")}
      trigger={
        <button type="button" className={buttonClass({ variant: "ghost", size: "icon" }, "-ml-2 md:hidden")}>
          <Icon name="icon-menu" />
          <span className="sr-only">{t("openNavigation")}</span>
        </button>
      }
    >
      <nav aria-label={t("mainNavigation")}>
        <NavList entries={entries} onNavigate={() => setOpen(false)} />
      </nav>
    </Sheet>
  );
}
