"use client";

import { useEffect, useState } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { LiveRegion } from "@/components/ui/live-region";
import { useTranslations } from "@/lib/i18n/use-translations";

/** Copies `value`. `label` says what it copies ("Copy order number"); it is shown unless `iconOnly`. */
export function CopyButton({
  value,
  label,
  iconOnly = true,
  className,
}: {
  value: string;
  label: string;
  iconOnly?: boolean;
  className?: string;
}) {
  const t = useTranslations("common");
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), 2500);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setOutcome("copied");
    } catch {
      // No permission, or a page without https: the text can still be selected.
      setOutcome("failed");
    }
  };
  const words = outcome === "copied" ? t("copied") : outcome === "failed" ? t("copyFailed") : null;
  return (
    <>
      <button
        type="button"
        data-print="hide"
        onClick={copy}
        title={iconOnly ? label : undefined}
        className={buttonClass(
          iconOnly ? { variant: "ghost", size: "icon-sm" } : { variant: "secondary", size: "sm" },
          className,
        )}
      >
        <Icon name={outcome === "copied" ? "icon-check" : "icon-copy"} />
        <span className={iconOnly ? "sr-only" : undefined}>{iconOnly ? label : (words ?? label)}</span>
      </button>
      <LiveRegion>{words}</LiveRegion>
    </>
  );
}
