"use client";

import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { useTranslations } from "@/lib/i18n/use-translations";

/** Exactly what the list shows, in its order and columns, as a file; it says how many rows that are. */
export function CsvLink({ href, rows }: { href: string; rows: number }) {
  const t = useTranslations("list");
  return (
    <a
      href={href}
      download
      data-list-export=""
      className={buttonClass({ variant: "ghost", size: "sm" }, "tabular-nums")}
    >
      <Icon name="icon-download" />
      {t("csv", { rows })}
    </a>
  );
}
