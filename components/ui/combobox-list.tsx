"use client";

import { Popover } from "radix-ui";
import type { RefObject } from "react";
import { cn } from "@/components/ui/cn";
import type { ComboboxOption } from "@/components/ui/combobox-option";
import { floatClass } from "@/components/ui/float-class";
import { useFloatHost } from "@/components/ui/float-host";
import { Icon } from "@/components/ui/icon";
import { useTranslations } from "@/lib/i18n/use-translations";

// The floating panel holds only the list box, which has its own role; Radix would call it a dialog.
const notADialog = { role: undefined };

/** The options of a Combobox. Loaded when somebody goes to the first one. */
export default function ComboboxList({
  listId,
  frame,
  label,
  options,
  state,
  query,
  chosen,
  activeIndex,
  onActivate,
  onChoose,
  onClose,
  onRetry,
}: {
  listId: string;
  /** The field it hangs below. */
  frame: RefObject<HTMLElement | null>;
  label?: string;
  options: readonly ComboboxOption[];
  state: "idle" | "searching" | "failed";
  query: string;
  chosen?: string;
  activeIndex: number;
  onActivate: (index: number) => void;
  onChoose: (option: ComboboxOption) => void;
  onClose: () => void;
  onRetry: () => void;
}) {
  const t = useTranslations("common");
  const host = useFloatHost();
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor virtualRef={frame} />
      <Popover.Portal container={host}>
        <Popover.Content
          {...notADialog}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => {
            // Pressing into the field itself is not pressing outside.
            if (event.target instanceof Node && frame.current?.contains(event.target)) event.preventDefault();
          }}
          className={cn(
            floatClass,
            "max-h-none w-(--radix-popper-anchor-width) min-w-56 overflow-visible p-1",
          )}
        >
          <div
            id={listId}
            role="listbox"
            aria-label={label ?? t("showOptions")}
            aria-busy={state === "searching"}
            className="max-h-[min(18rem,calc(var(--radix-popper-available-height)-0.5rem))] overflow-y-auto"
          >
            {options.map((option, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard works through the input's active descendant
              // biome-ignore lint/a11y/useFocusableInteractive: options of a combobox are never focused themselves
              <div
                key={option.value}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={option.value === chosen}
                aria-disabled={option.disabled || undefined}
                onPointerMove={() => onActivate(index)}
                onClick={() => onChoose(option)}
                className={cn(
                  "flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 text-table pointer-coarse:min-h-11",
                  index === activeIndex && "bg-surface-2",
                  option.disabled && "cursor-not-allowed text-3",
                )}
              >
                <span className="min-w-0 flex-1">
                  <span className="block truncate">{option.label}</span>
                  {option.detail && (
                    <span className="block truncate text-caption text-3">{option.detail}</span>
                  )}
                </span>
                {option.value === chosen && <Icon name="icon-check" className="text-accent" />}
              </div>
            ))}
          </div>
          {options.length === 0 && state !== "failed" && (
            <p className="px-2 py-1.5 text-table text-2">
              {state === "searching" ? t("searching") : t("noMatches", { query })}
            </p>
          )}
          {state === "failed" && (
            <p className="flex items-center justify-between gap-2 px-2 py-1 text-table text-danger-text">
              {t("searchFailed")}
              <button
                type="button"
                onClick={onRetry}
                className="min-h-6 rounded-sm text-1 underline decoration-line-strong underline-offset-3"
              >
                {t("tryAgain")}
              </button>
            </p>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
