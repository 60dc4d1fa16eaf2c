"use client";

import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { cn } from "@/components/ui/cn";
import { FloatHost, FloatProvider } from "@/components/ui/float-host";
import { Icon } from "@/components/ui/icon";
import { Overlay } from "@/components/ui/overlay";
import { useTranslations } from "@/lib/i18n/use-translations";

/** The panel of a Sheet. Loaded when the first one opens. */
export default function SheetWindow({
  id,
  open,
  onOpenChange,
  onCloseAutoFocus,
  title,
  side,
  footer,
  children,
}: {
  id: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onCloseAutoFocus: (event: Event) => void;
  title: ReactNode;
  side: "left" | "right";
  footer?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("common");
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Overlay />
        <Radix.Content
          id={id}
          onCloseAutoFocus={onCloseAutoFocus}
          aria-modal="true"
          aria-describedby={undefined}
          className={cn(
            "fixed inset-y-0 z-50 flex w-[min(22rem,88vw)] flex-col bg-surface-float shadow-float focus:outline-none",
            side === "left" ? "left-0 animate-slide-right" : "right-0 animate-slide-left",
          )}
        >
          <FloatProvider>
            <div className="flex h-12 shrink-0 items-center justify-between gap-4 border-b border-line pr-2 pl-4">
              <Radix.Title className="min-w-0 truncate font-semibold">{title}</Radix.Title>
              <Radix.Close className={buttonClass({ variant: "ghost", size: "icon-sm" })}>
                <Icon name="icon-x" />
                <span className="sr-only">{t("close")}</span>
              </Radix.Close>
            </div>
            <div className="min-h-0 flex-1 overflow-y-auto p-4">{children}</div>
            {footer && <div className="flex flex-wrap gap-2 border-t border-line p-4">{footer}</div>}
            <FloatHost />
          </FloatProvider>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
