"use client";

import { type ReactNode, useState } from "react";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Popover } from "@/components/ui/popover";
import { useTranslations } from "@/lib/i18n/use-translations";

/**
 * One filter of a list: a quiet offer while it is off, what it filters by when it is on, with a way to take it off.
 * Pressed, it opens a panel in which it is set; `panel` gets a way to close it.
 */
export function FilterPill({
  name,
  value,
  onRemove,
  panel,
}: {
  name: string;
  /** What it filters by; null while it is off. */
  value: string | null;
  onRemove: () => void;
  panel: (close: () => void) => ReactNode;
}) {
  const t = useTranslations("common");
  const [open, setOpen] = useState(false);
  const on = value !== null;
  return (
    <span
      className={cn(
        "inline-flex h-7 max-w-full items-stretch rounded border text-table pointer-coarse:h-9",
        on ? "border-line bg-surface-1" : "border-dashed border-line-strong/60 text-2",
      )}
    >
      <Popover
        label={name}
        open={open}
        onOpenChange={setOpen}
        trigger={
          <button
            type="button"
            aria-label={on ? t("editFilter", { name: `${name} ${value}` }) : t("addFilter", { name })}
            className={cn(
              "flex min-w-0 items-center gap-1.5 rounded px-2 hover:bg-surface-2 hover:text-1",
              on && "rounded-r-none",
            )}
          >
            {!on && <Icon name="icon-plus" className="size-3.5" />}
            <span className={on ? "text-2" : undefined}>{name}</span>{" "}
            {on && <span className="max-w-48 truncate font-medium">{value}</span>}
          </button>
        }
      >
        {panel(() => setOpen(false))}
      </Popover>
      {on && (
        <button
          type="button"
          onClick={onRemove}
          className="grid w-7 shrink-0 place-items-center rounded-r text-3 hover:bg-surface-2 hover:text-1"
        >
          <Icon name="icon-x" className="size-3.5" />
          <span className="sr-only">{t("removeFilter", { name: `${name} ${value}` })}</span>
        </button>
      )}
    </span>
  );
}
