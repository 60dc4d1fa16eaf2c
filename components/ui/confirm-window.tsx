"use client";

import { AlertDialog as Radix } from "radix-ui";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { cn } from "@/components/ui/cn";
import { FloatHost, FloatProvider } from "@/components/ui/float-host";
import { Input } from "@/components/ui/input";
import { dialogClass, Overlay } from "@/components/ui/overlay";
import { useTranslations } from "@/lib/i18n/use-translations";

/** What the caller says about a confirmation, see ConfirmDialog. */
export type Confirmation = {
  title: ReactNode;
  description: ReactNode;
  children?: ReactNode;
  /** A verb and what it is about: "Cancel order". */
  confirmLabel: string;
  /** The way back: "Keep order". */
  cancelLabel?: string;
  danger?: boolean;
  phrase?: string;
  // biome-ignore lint/suspicious/noConfusingVoidType: a handler that returns nothing is the usual case
  onConfirm: () => Promise<boolean | void> | boolean | void;
};

/** The window of a ConfirmDialog. Loaded when the first one opens. */
export default function ConfirmWindow({
  id,
  open,
  onOpenChange,
  onCloseAutoFocus,
  title,
  description,
  children,
  confirmLabel,
  cancelLabel,
  danger = false,
  phrase,
  onConfirm,
}: Confirmation & {
  id: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onCloseAutoFocus: (event: Event) => void;
}) {
  const t = useTranslations("common");
  const phraseId = useId();
  const [pending, setPending] = useState(false);
  const [typed, setTyped] = useState("");
  const matches = phrase === undefined || typed.trim() === phrase;

  const change = (next: boolean) => {
    // What has been sent can't be taken back by closing the window; its outcome has to be seen.
    if (pending) return;
    if (!next) setTyped("");
    onOpenChange(next);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // A dialog opened from inside a form must not submit that form as well.
    event.stopPropagation();
    if (!matches || pending) return;
    setPending(true);
    let done: boolean | undefined;
    try {
      done = (await onConfirm()) !== false;
    } finally {
      setPending(false);
    }
    if (!done) return;
    setTyped("");
    onOpenChange(false);
  };

  return (
    <Radix.Root open={open} onOpenChange={change}>
      <Radix.Portal>
        <Overlay />
        <Radix.Content
          id={id}
          onCloseAutoFocus={onCloseAutoFocus}
          aria-modal="true"
          className={cn(dialogClass, "sm:max-w-md")}
        >
          <FloatProvider>
            <form onSubmit={submit} className="flex min-h-0 flex-col">
              <div className="grid min-h-0 gap-3 overflow-y-auto px-5 pt-4 pb-5">
                <div>
                  <Radix.Title className="text-heading font-semibold">{title}</Radix.Title>
                  <Radix.Description className="mt-1 text-table text-2">{description}</Radix.Description>
                </div>
                {children}
                {phrase !== undefined && (
                  <div className="grid gap-1 text-table">
                    <label htmlFor={phraseId}>
                      {t.rich("typeToConfirm", {
                        phrase,
                        strong: (chunks) => <strong className="font-semibold select-all">{chunks}</strong>,
                      })}
                    </label>
                    <Input
                      id={phraseId}
                      value={typed}
                      onChange={(event) => setTyped(event.target.value)}
                      autoComplete="off"
                      spellCheck={false}
                    />
                  </div>
                )}
              </div>
              <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
                <Radix.Cancel
                  className={buttonClass({ variant: "secondary" })}
                  aria-disabled={pending || undefined}
                >
                  {cancelLabel ?? t("cancel")}
                </Radix.Cancel>
                <Button
                  type="submit"
                  variant={danger ? "danger" : "primary"}
                  pending={pending}
                  disabled={!matches}
                >
                  {confirmLabel}
                </Button>
              </div>
            </form>
            <FloatHost />
          </FloatProvider>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
