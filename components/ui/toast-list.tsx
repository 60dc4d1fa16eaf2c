"use client";

import { Toast as Radix } from "radix-ui";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { dismissToast, type Toast } from "@/components/ui/toast-store";
import { useTranslations } from "@/lib/i18n/use-translations";

/** The messages of the Toaster. Loaded with the first one. */
export default function ToastList({ toasts }: { toasts: readonly Toast[] }) {
  const t = useTranslations("common");
  return (
    <Radix.Provider label={t("notifications")} swipeDirection="right">
      {toasts.map((entry) => (
        <Radix.Root
          key={entry.id}
          duration={entry.durationMs}
          onOpenChange={(open) => {
            if (!open) dismissToast(entry.id);
          }}
          className="flex items-start gap-2.5 rounded bg-surface-float py-2.5 pr-2 pl-3 shadow-float animate-slide-up data-[swipe=move]:translate-x-(--radix-toast-swipe-move-x)"
        >
          <StatusGlyph tone={entry.tone} className="mt-1" />
          <div className="min-w-0 flex-1">
            <Radix.Title className="font-medium">{entry.title}</Radix.Title>
            {entry.description && (
              <Radix.Description className="text-table text-2">{entry.description}</Radix.Description>
            )}
            {entry.link && (
              <div className="mt-2 flex flex-wrap gap-2">
                <Radix.Action altText={entry.link.label} asChild>
                  <Link href={entry.link.href} className={buttonClass({ size: "sm" })}>
                    {entry.link.label}
                  </Link>
                </Radix.Action>
                {entry.action && <Act {...entry.action} />}
              </div>
            )}
          </div>
          {entry.action && !entry.link && <Act {...entry.action} className="-my-0.5" />}
          <Radix.Close className={buttonClass({ variant: "ghost", size: "icon-sm" }, "-my-1")}>
            <Icon name="icon-x" />
            <span className="sr-only">{t("dismiss")}</span>
          </Radix.Close>
        </Radix.Root>
      ))}
      <Radix.Viewport className="fixed right-0 bottom-0 z-70 grid w-full max-w-sm gap-2 p-4 outline-none" />
    </Radix.Provider>
  );
}

/** The button that answers a message. */
function Act({ label, onAct, className }: NonNullable<Toast["action"]> & { className?: string }) {
  return (
    <Radix.Action altText={label} onClick={onAct} className={buttonClass({ size: "sm" }, className)}>
      {label}
    </Radix.Action>
  );
}
