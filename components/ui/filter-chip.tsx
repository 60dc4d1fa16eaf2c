"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useTranslations } from "@/lib/i18n/use-translations";

/** A filter that is on: what it filters by, its value, and a way to take it off. With `onEdit` it can be changed. */
export function FilterChip({
  name,
  value,
  onRemove,
  onEdit,
}: {
  name: string;
  value: string;
  onRemove: () => void;
  onEdit?: () => void;
}) {
  const t = useTranslations("common");
  const words = (
    <>
      <span className="text-2">{name}</span> <span className="max-w-48 truncate font-medium">{value}</span>
    </>
  );
  return (
    <span className="inline-flex h-7 items-stretch overflow-hidden rounded border border-line bg-surface-1 text-table">
      {onEdit ? (
        <button
          type="button"
          onClick={onEdit}
          aria-label={t("editFilter", { name: `${name} ${value}` })}
          className="flex items-center gap-1.5 pl-2 -outline-offset-2 hover:bg-surface-2"
        >
          {words}
        </button>
      ) : (
        <span className="flex items-center gap-1.5 pl-2">{words}</span>
      )}
      <button
        type="button"
        onClick={onRemove}
        className="grid w-7 place-items-center text-3 -outline-offset-2 hover:bg-surface-2 hover:text-1"
      >
        <Icon name="icon-x" className="size-3.5" />
        <span className="sr-only">{t("removeFilter", { name: `${name} ${value}` })}</span>
      </button>
    </span>
  );
}

/** The filters that are on, above the list, with one way to take them all off. Nothing is shown when there are none. */
export function FilterBar({ onClear, children }: { onClear?: () => void; children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <fieldset data-print="hide" className="flex flex-wrap items-center gap-1.5">
      <legend className="sr-only">{t("filters")}</legend>
      {children}
      {onClear && (
        <Button variant="ghost" size="sm" onClick={onClear}>
          {t("clearFilters")}
        </Button>
      )}
    </fieldset>
  );
}
