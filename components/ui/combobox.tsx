"use client";

import { type KeyboardEvent, Suspense, useId, useRef, useState } from "react";
import { BusyIcon } from "@/components/ui/busy-icon";
import { cn } from "@/components/ui/cn";
import type { ComboboxOption } from "@/components/ui/combobox-option";
import { controlClass } from "@/components/ui/control-class";
import { useFieldControl } from "@/components/ui/field-context";
import { Icon } from "@/components/ui/icon";
import { lazyPart } from "@/components/ui/lazy-part";
import { useOptionSearch } from "@/components/ui/use-option-search";
import { useTranslations } from "@/lib/i18n/use-translations";

const { Part: ComboboxList, preload } = lazyPart(() => import("@/components/ui/combobox-list"));

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
    <>
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
          onPointerEnter={preload}
          onFocus={(event) => {
            preload();
            event.target.select();
          }}
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
              <Icon name="icon-x" className="size-3.5" />
              <span className="sr-only">{t("clearChoice")}</span>
            </button>
          )}
          <BusyIcon busy={state === "searching" && open} name="icon-chevrons-up-down" />
        </span>
      </div>
      <span role="status" className="sr-only">
        {open && state === "idle" && t("optionCount", { count: options.length })}
        {open && state === "searching" && t("searching")}
      </span>
      {open && (
        <Suspense>
          <ComboboxList
            listId={listId}
            frame={frame}
            label={label}
            options={options}
            state={state}
            query={query}
            chosen={value?.value}
            activeIndex={activeIndex}
            onActivate={setActiveIndex}
            onChoose={choose}
            onClose={hide}
            onRetry={retry}
          />
        </Suspense>
      )}
    </>
  );
}
