"use client";

import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { cn } from "@/components/ui/cn";
import { FloatHost, FloatProvider } from "@/components/ui/float-host";
import { Icon } from "@/components/ui/icon";
import { dialogClass, Overlay } from "@/components/ui/overlay";
import { useTranslations } from "@/lib/i18n/use-translations";

/** The window of a Dialog. Loaded when the first one opens. */
export default function DialogWindow({
  id,
  open,
  onOpenChange,
  onCloseAutoFocus,
  title,
  description,
  size,
  footer,
  children,
}: {
  id: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onCloseAutoFocus: (event: Event) => void;
  title: ReactNode;
  description?: ReactNode;
  size: "sm" | "md" | "lg";
  footer?: ReactNode;
  children?: ReactNode;
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
          {...(description ? {} : { "aria-describedby": undefined })}
          className={cn(dialogClass, { sm: "sm:max-w-sm", md: "sm:max-w-lg", lg: "sm:max-w-3xl" }[size])}
        >
          <FloatProvider>
            <div className="flex items-start justify-between gap-4 px-5 pt-4">
              <div className="min-w-0">
                <Radix.Title className="text-heading font-semibold">{title}</Radix.Title>
                {description && (
                  <Radix.Description className="mt-1 text-table text-2">{description}</Radix.Description>
                )}
              </div>
              <Radix.Close className={buttonClass({ variant: "ghost", size: "icon-sm" }, "-mt-0.5 -mr-2")}>
                <Icon name="icon-x" />
                <span className="sr-only">{t("close")}</span>
              </Radix.Close>
            </div>
            <div className="min-h-0 overflow-y-auto px-5 pt-3 pb-5">{children}</div>
            {footer && (
              <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{footer}</div>
            )}
            <FloatHost />
          </FloatProvider>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
