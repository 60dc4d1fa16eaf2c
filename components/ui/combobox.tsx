"use client";

import { Check, ChevronsUpDown, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Popover } from "radix-ui";
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { controlClass } from "@/components/ui/control-class";
import { useFieldControl } from "@/components/ui/field-context";
import { floatClass } from "@/components/ui/float-class";
import { useFloatHost } from "@/components/ui/float-host";
import { Spinner } from "@/components/ui/spinner";
import { useOptionSearch } from "@/components/ui/use-option-search";

export type ComboboxOption = {
  value: string;
  label: string;
  /** A second line that tells like options apart. */
  detail?: ReactNode;
  disabled?: boolean;
};

// The floating panel holds only the list box, which has its own role; Radix would call it a dialog.
const notADialog = { role: undefined };

/**
 * Type to find one of many and choose it (ARIA combobox with a list box). `loadOptions` answers what was typed and
 * should honour the signal; an empty question asks for the first suggestions. Arrow keys move, Enter chooses, Escape
 * closes. Inside a Field it is labelled by it; outside, `label` names it.
 */
export function Combobox({
  value,
  onChange,
  loadOptions,
  label,
  placeholder,
  clearable = false,
  disabled = false,
  autoFocus = false,
  name,
  className,
}: {
  value: ComboboxOption | null;
  onChange: (option: ComboboxOption | null) => void;
  loadOptions: (query: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>;
  label?: string;
  placeholder?: string;
  clearable?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
  /** Name of a hidden field that carries the value in a form. */
  name?: string;
  className?: string;
}) {
  const t = useTranslations("common");
  const host = useFloatHost();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  // Whoever opened the control itself wants to see the list.
  const [open, setOpen] = useState(autoFocus);
  const [typed, setTyped] = useState<string | null>(null);
  const [activeIndex, setActiveIndex] = useState(-1);
  const query = typed?.trim() ?? "";
  const { options, state, retry } = useOptionSearch(open, query, loadOptions);
  const active = options[activeIndex];
  const control = useFieldControl({ "aria-label": label });

  const show = () => {
    if (!disabled) setOpen(true);
  };
  const hide = () => {
    setOpen(false);
    setTyped(null);
    setActiveIndex(-1);
  };
  const choose = (option: ComboboxOption) => {
    if (option.disabled) return;
    onChange(option);
    hide();
  };
  const move = (by: number) => {
    if (!open) return show();
    const count = options.length;
    if (count === 0) return;
    let next = activeIndex < 0 && by < 0 ? count - 1 : activeIndex + by;
    next = ((next % count) + count) % count;
    setActiveIndex(next);
    document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: "nearest" });
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && open && active) choose(active);
    else if (event.key === "Escape" && open) hide();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Popover.Root open={open} onOpenChange={(next) => (next ? show() : hide())}>
      <Popover.Anchor asChild>
        <div ref={frame} className={cn("relative", className)}>
          <input
            {...control}
            ref={input}
            type="text"
            role="combobox"
            aria-expanded={open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={open && active ? `${listId}-${activeIndex}` : undefined}
            autoComplete="off"
            spellCheck={false}
            // biome-ignore lint/a11y/noAutofocus: only where opening the control was the person's own wish
            autoFocus={autoFocus}
            disabled={disabled}
            placeholder={value ? undefined : (placeholder ?? t("search"))}
            value={typed ?? value?.label ?? ""}
            onChange={(event) => {
              setTyped(event.target.value);
              setActiveIndex(0);
              show();
            }}
            onClick={show}
            onFocus={(event) => event.target.select()}
            onKeyDown={keyDown}
            className={cn(controlClass, "h-8 pr-14 pointer-coarse:h-10")}
          />
          {name && <input type="hidden" name={name} value={value?.value ?? ""} />}
          <span className="pointer-events-none absolute inset-y-0 right-0 flex items-center pr-2 text-3">
            {clearable && value && !disabled && (
              <button
                type="button"
                onClick={() => {
                  onChange(null);
                  hide();
                  input.current?.focus();
                }}
                className="pointer-events-auto grid size-6 place-items-center rounded-sm hover:text-1"
              >
                <X aria-hidden="true" className="size-3.5" />
                <span className="sr-only">{t("clearChoice")}</span>
              </button>
            )}
            {state === "searching" && open ? (
              <Spinner />
            ) : (
              <ChevronsUpDown aria-hidden="true" className="size-4" />
            )}
          </span>
        </div>
      </Popover.Anchor>
      <span role="status" className="sr-only">
        {open && state === "idle" && t("optionCount", { count: options.length })}
        {open && state === "searching" && t("searching")}
      </span>
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
                aria-selected={option.value === value?.value}
                aria-disabled={option.disabled || undefined}
                onPointerMove={() => setActiveIndex(index)}
                onClick={() => choose(option)}
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
                {option.value === value?.value && <Check aria-hidden="true" className="size-4 text-accent" />}
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
                onClick={retry}
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
