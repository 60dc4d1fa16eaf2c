"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { BusyIcon } from "@/components/ui/busy-icon";
import { cn } from "@/components/ui/cn";
import { controlClass } from "@/components/ui/control-class";
import { Icon } from "@/components/ui/icon";
import { isTyping } from "@/components/ui/is-typing";
import { Kbd } from "@/components/ui/kbd";
import { useTranslations } from "@/lib/i18n/use-translations";

/**
 * Free text search over what is on the page. It keeps the focus and its text while results change; `onChange` comes
 * `delayMs` after the last letter, at once on Enter and on clear. `/` moves the focus here, Escape clears.
 */
export function SearchField({
  label,
  placeholder,
  value,
  onChange,
  delayMs = 200,
  pending = false,
  className,
}: {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  delayMs?: number;
  pending?: boolean;
  className?: string;
}) {
  const t = useTranslations("common");
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(value);
  const [text, setText] = useState(value);

  // A value that did not come from here (a cleared filter, the back button) replaces what is typed.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  // A link that is followed before the letters were sent wins: an address that changes late would stop the way there.
  useEffect(() => {
    const stop = () => clearTimeout(timer.current);
    const stopForLink = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest("a[href]")) stop();
    };
    document.addEventListener("click", stopForLink, true);
    return () => {
      document.removeEventListener("click", stopForLink, true);
      stop();
    };
  }, []);

  useEffect(() => {
    const focusOnSlash = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener("keydown", focusOnSlash);
    return () => document.removeEventListener("keydown", focusOnSlash);
  }, []);

  const send = (next: string) => {
    clearTimeout(timer.current);
    if (next === sent.current) return;
    sent.current = next;
    onChange(next);
  };
  const type = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send(next), delayMs);
  };
  const clear = () => {
    setText("");
    send("");
    input.current?.focus();
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") send(text);
    if (event.key === "Escape" && text !== "") {
      event.preventDefault();
      clear();
    }
  };

  return (
    <search data-print="hide" className={cn("relative block w-full sm:w-72", className)}>
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 left-2.5 grid place-items-center text-3"
      >
        <BusyIcon busy={pending} name="icon-search" />
      </span>
      <input
        ref={input}
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={placeholder ?? label}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={keyDown}
        className={cn(
          controlClass,
          "peer h-8 pr-9 pl-8 pointer-coarse:h-10 [&::-webkit-search-cancel-button]:hidden",
        )}
      />
      {text === "" ? (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-1.5 right-1.5 peer-focus:hidden pointer-coarse:hidden"
        >
          <Kbd>/</Kbd>
        </span>
      ) : (
        <button
          type="button"
          onClick={clear}
          className="absolute inset-y-0 right-0.5 my-auto grid size-7 place-items-center rounded text-3 hover:text-1"
        >
          <Icon name="icon-x" />
          <span className="sr-only">{t("clearSearch")}</span>
        </button>
      )}
    </search>
  );
}
