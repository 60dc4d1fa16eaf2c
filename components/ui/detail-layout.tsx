"use client";

import { type ReactNode, useId, useState } from "react";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { useTranslations } from "@/lib/i18n/use-translations";

/**
 * A page about one thing: its content, and a column of facts beside it. On a phone the facts come first, folded behind
 * `summary`, the one or two that matter most.
 */
export function DetailLayout({
  facts,
  summary,
  factsLabel,
  children,
}: {
  facts: ReactNode;
  summary?: ReactNode;
  factsLabel?: string;
  children: ReactNode;
}) {
  const t = useTranslations("common");
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_18.5rem]">
      <aside
        aria-label={factsLabel ?? t("facts")}
        className="min-w-0 border-y border-line lg:col-start-2 lg:border-y-0 lg:border-l lg:pl-6"
      >
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="flex min-h-11 w-full items-center justify-between gap-3 text-left text-table lg:hidden print:hidden"
        >
          <span className="min-w-0">
            <span className="font-medium">{factsLabel ?? t("facts")}</span>
            {summary && <span className="ml-2 text-2">{summary}</span>}
          </span>
          <Icon
            name="icon-chevron-down"
            className={cn("text-3 transition-transform", open && "rotate-180")}
          />
        </button>
        <div id={id} className={cn("grid gap-6 pb-4 lg:grid lg:pb-0 print:grid", !open && "hidden")}>
          {facts}
        </div>
      </aside>
      <div className="grid min-w-0 content-start gap-8 lg:col-start-1 lg:row-start-1">{children}</div>
    </div>
  );
}
