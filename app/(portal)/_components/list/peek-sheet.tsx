"use client";

import type { KeyboardEvent, ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { useTranslations } from "@/lib/i18n/use-translations";

/** A closer look at one row without leaving the list: j and k go on to its neighbours, Space or Escape closes. */
export function PeekSheet({
  title,
  href,
  open = href !== null,
  onMove,
  onClose,
  children,
}: {
  title: string;
  /** Where the row leads; null closes the panel unless `open` says otherwise. */
  href: string | null;
  open?: boolean;
  onMove: (by: 1 | -1) => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useTranslations("list");
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onControl = event.target instanceof Element && event.target.matches("a, button");
    if (event.key === "j") onMove(1);
    else if (event.key === "k") onMove(-1);
    else if (event.key === " " && !onControl) onClose();
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the panel, which stands elsewhere in the page
    <div onKeyDown={press} className="contents">
      <Sheet
        side="right"
        open={open}
        onOpenChange={(now) => !now && onClose()}
        title={title}
        footer={
          href && (
            <Link href={href} className={buttonClass({ variant: "primary" })}>
              {t("open")}
            </Link>
          )
        }
      >
        {children}
      </Sheet>
    </div>
  );
}
