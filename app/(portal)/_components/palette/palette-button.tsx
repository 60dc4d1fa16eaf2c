"use client";

import { Suspense, useEffect, useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { lazyPart } from "@/components/ui/lazy-part";
import { Overlay } from "@/components/ui/overlay";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { PaletteAccess } from "./palette-access";

const { Part: Palette, preload } = lazyPart(() => import("./palette"));

/** The search of the top bar: finds anything by name or number and runs commands. Ctrl-K or ⌘-K opens it everywhere. */
export function PaletteButton({ access }: { access: PaletteAccess }) {
  const t = useTranslations("palette");
  const [open, setOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const early = useRef("");
  const ready = useRef(false);
  if (open && !wasOpened) setWasOpened(true);

  // Whoever types before the field has come finds the letters in it.
  useEffect(() => {
    if (!open || ready.current) return;
    const collect = (event: KeyboardEvent) => {
      if (ready.current || event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      early.current += event.key;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener("keydown", collect, true);
    return () => document.removeEventListener("keydown", collect, true);
  }, [open]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      if (event.altKey || event.shiftKey) return;
      event.preventDefault();
      setOpen((now) => !now);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-keyshortcuts="Control+K Meta+K"
        onPointerEnter={preload}
        onFocus={preload}
        onClick={() => setOpen(true)}
        className={buttonClass(
          { variant: "secondary" },
          "font-normal text-2 max-lg:w-8 max-lg:px-0 lg:w-52 lg:justify-start",
        )}
      >
        <Icon name="icon-search" />
        <span className="max-lg:sr-only">{t("open")}</span>
        <span aria-hidden="true" className="ml-auto max-lg:hidden">
          <Kbd>Ctrl K</Kbd>
        </span>
      </button>
      {wasOpened && (
        <Suspense fallback={<Overlay />}>
          <Palette
            open={open}
            onOpenChange={setOpen}
            access={access}
            takeEarly={() => {
              const text = early.current;
              ready.current = true;
              early.current = "";
              return text;
            }}
          />
        </Suspense>
      )}
    </>
  );
}
