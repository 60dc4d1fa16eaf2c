"use client";

import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Icon, type IconName } from "@/components/ui/icon";
import { Reference } from "@/components/ui/reference";
import { useTranslations } from "@/lib/i18n/use-translations";

type BannerTone = "info" | "attention" | "danger";

const icons: Record<BannerTone, IconName> = {
  info: "icon-info",
  attention: "icon-triangle-alert",
  danger: "icon-circle-alert",
};
const looks: Record<BannerTone, string> = {
  info: "border-info/40 bg-info-soft [&>.icon]:text-info",
  attention: "border-attention/40 bg-attention-soft [&>.icon]:text-attention",
  danger: "border-danger/40 bg-danger-soft [&>.icon]:text-danger",
};

/**
 * Something to know about the page or the part it stands in: what is now true, and what to do. `live` reads it out
 * when it appears by itself ("assertive" interrupts, for a failed command); leave it off for what is there at first.
 */
export function Banner({
  tone,
  title,
  children,
  reference,
  action,
  onDismiss,
  live,
  className,
}: {
  tone: BannerTone;
  title?: ReactNode;
  children?: ReactNode;
  reference?: string | null;
  action?: ReactNode;
  onDismiss?: () => void;
  live?: "polite" | "assertive";
  className?: string;
}) {
  const t = useTranslations("common");
  return (
    <div
      role={live === "assertive" ? "alert" : live === "polite" ? "status" : undefined}
      className={cn("flex items-start gap-2.5 rounded border px-3 py-2.5", looks[tone], className)}
    >
      <Icon name={icons[tone]} className="mt-0.5" />
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="grid min-w-0 gap-0.5">
          {title && <p className="font-medium">{title}</p>}
          {children && (
            <div className={cn("max-w-prose", title ? "text-table text-2" : "text-1")}>{children}</div>
          )}
          {reference && <Reference value={reference} />}
        </div>
        {action && <div className="flex flex-wrap gap-2">{action}</div>}
      </div>
      {onDismiss && (
        <button
          type="button"
          onClick={onDismiss}
          className="-my-0.5 grid size-6 shrink-0 place-items-center rounded-sm text-2 hover:text-1"
        >
          <Icon name="icon-x" />
          <span className="sr-only">{t("dismiss")}</span>
        </button>
      )}
    </div>
  );
}
