"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Dialog as Radix } from "radix-ui";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { BusyIcon } from "@/components/ui/busy-icon";
import { cn } from "@/components/ui/cn";
import { Icon, type IconName } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { dialogClass, Overlay } from "@/components/ui/overlay";
import { useFocusReturn } from "@/components/ui/use-focus-return";
import { fold, foldedWords } from "@/lib/fold";
import { getJson } from "@/lib/get-json";
import { useTranslations } from "@/lib/i18n/use-translations";
import {
  type PaletteAnswer,
  type PaletteItem,
  type PaletteKind,
  paletteAnswerSchema,
} from "@/lib/palette/schemas";
import { routes } from "@/lib/routes";
import type { PaletteAccess } from "./palette-access";
import { keepRecent, readRecent } from "./recent-items";
import { type Command, useCommands } from "./use-commands";

const DELAY_MS = 120;

const kindIcons: Record<PaletteKind, IconName> = {
  customer: "icon-building-2",
  plan: "icon-package",
  order: "icon-truck",
  subscription: "icon-repeat",
};

type Entry = {
  id: string;
  title: string;
  detail: string | null;
  icon: IconName;
  href?: string | undefined;
  run: () => void;
};
type Group = { id: string; title: string; entries: Entry[] };

/** What is typed, a moment after the last letter. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text === "" ? 0 : DELAY_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Finds customers, plans, orders and subscriptions, and runs commands, by keyboard alone. Loaded when first opened. */
export default function Palette({
  open,
  onOpenChange,
  access,
  takeEarly,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  access: PaletteAccess;
  /** What was typed before this was there; asked for once. */
  takeEarly: () => string;
}) {
  const t = useTranslations("palette");
  const returnFocus = useFocusReturn(open);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Overlay />
        <Radix.Content
          aria-modal="true"
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
          className={cn(
            dialogClass,
            "max-sm:top-0 max-sm:bottom-auto max-sm:max-h-[70dvh] max-sm:rounded-t-none max-sm:rounded-b max-sm:animate-fade sm:max-w-2xl",
          )}
        >
          <Radix.Title className="sr-only">{t("title")}</Radix.Title>
          <PaletteSearch access={access} takeEarly={takeEarly} onDone={() => onOpenChange(false)} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function PaletteSearch({
  access,
  takeEarly,
  onDone,
}: {
  access: PaletteAccess;
  takeEarly: () => string;
  onDone: () => void;
}) {
  const t = useTranslations("palette");
  const listId = useId();
  const [text, setText] = useState("");
  const [activeId, setActiveId] = useState<string | null>(null);
  const early = useRef(takeEarly);
  useEffect(() => {
    const typed = early.current();
    if (typed) setText((now) => now + typed);
  }, []);
  const asked = useSettled(text.trim());
  const found = useQuery({
    queryKey: ["palette", asked],
    queryFn: ({ signal }) => getJson(routes.api.palette(asked), paletteAnswerSchema, { signal }),
    enabled: asked !== "",
    // Until the next answer is there the last one stays.
    placeholderData: (before) => before,
    retry: false,
  });
  const groups = useGroups({ text: text.trim(), asked, answer: found.data, access });
  const entries = groups.flatMap((group) => group.entries);
  const active = entries.find(({ id }) => id === activeId) ?? entries[0];
  const searching = text.trim() !== "" && (found.isFetching || asked !== text.trim());

  const choose = (entry: Entry, newTab: boolean) => {
    if (newTab && entry.href) window.open(entry.href, "_blank", "noopener");
    else {
      onDone();
      entry.run();
    }
  };
  const move = (by: number) => {
    if (entries.length === 0) return;
    const at = active ? entries.indexOf(active) : -1;
    const next = entries[(at + by + entries.length) % entries.length];
    setActiveId(next?.id ?? null);
    if (next) document.getElementById(`${listId}-${next.id}`)?.scrollIntoView({ block: "nearest" });
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && active) choose(active, event.ctrlKey || event.metaKey);
    else if (event.key === "Escape" && text !== "") setText("");
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <div className="flex items-center gap-2.5 border-b border-line px-4">
        <span aria-hidden="true" className="text-3">
          <BusyIcon busy={searching} name="icon-search" />
        </span>
        <input
          type="text"
          role="combobox"
          aria-label={t("label")}
          aria-expanded={entries.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active ? `${listId}-${active.id}` : undefined}
          // biome-ignore lint/a11y/noAutofocus: whoever opens the palette wants to type
          autoFocus
          autoComplete="off"
          spellCheck={false}
          placeholder={t("placeholder")}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActiveId(null);
          }}
          onKeyDown={press}
          className="h-12 min-w-0 flex-1 bg-transparent text-body outline-none placeholder:text-3 pointer-coarse:text-touch"
        />
        <button
          type="button"
          onClick={onDone}
          className="rounded-sm px-1.5 py-1 text-table text-2 hover:text-1 sm:hidden"
        >
          {t("close")}
        </button>
      </div>
      <div id={listId} role="listbox" aria-label={t("label")} className="min-h-0 overflow-y-auto p-1.5">
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options of a list box
          <div key={group.id} role="group" aria-labelledby={`${listId}-group-${group.id}`}>
            <p id={`${listId}-group-${group.id}`} className="px-2.5 pt-2 pb-1 text-caption text-3">
              {group.title}
            </p>
            {group.entries.map((entry) => (
              <Option
                key={entry.id}
                id={`${listId}-${entry.id}`}
                entry={entry}
                active={entry === active}
                onPoint={() => setActiveId(entry.id)}
                onChoose={(newTab) => choose(entry, newTab)}
              />
            ))}
          </div>
        ))}
      </div>
      {entries.length === 0 && !searching && !found.isError && (
        <p className="px-4 pb-4 text-table text-2">{t("nothing", { text: text.trim() })}</p>
      )}
      {found.isError && asked !== "" && (
        <p role="alert" className="px-4 pb-4 text-table text-danger-text">
          {found.error.message || t("failed")}
        </p>
      )}
      <p role="status" className="sr-only">
        {searching ? t("searching") : t("results", { count: entries.length })}
      </p>
      <p
        aria-hidden="true"
        className="flex items-center gap-4 border-t border-line px-4 py-2 text-caption text-3 max-sm:hidden"
      >
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t("keys.move")}
        </span>
        <span>
          <Kbd>↵</Kbd> {t("keys.open")}
        </span>
        <span>
          <Kbd>Ctrl ↵</Kbd> {t("keys.newTab")}
        </span>
        <span>
          <Kbd>Esc</Kbd> {t("keys.close")}
        </span>
      </p>
    </>
  );
}

function Option({
  id,
  entry: { title, detail, icon },
  active,
  onPoint,
  onChoose,
}: {
  id: string;
  entry: Entry;
  active: boolean;
  onPoint: () => void;
  onChoose: (newTab: boolean) => void;
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard works through the input's active descendant
    // biome-ignore lint/a11y/useFocusableInteractive: options of a combobox are never focused themselves
    <div
      id={id}
      role="option"
      aria-selected={active}
      onPointerMove={onPoint}
      onClick={(event) => onChoose(event.ctrlKey || event.metaKey)}
      className={cn(
        "flex min-h-9 cursor-pointer scroll-my-2 items-center gap-3 rounded-sm px-2.5 py-1 pointer-coarse:min-h-11",
        active && "bg-accent-soft",
      )}
    >
      <Icon name={icon} className="text-3" />
      <span className="min-w-0 flex-1 truncate">{title}</span>
      {detail && <span className="max-w-[50%] shrink-0 truncate text-table text-3">{detail}</span>}
    </div>
  );
}

/** What the list holds: what was opened last while nothing is typed; else what was found, and commands with these words. */
function useGroups({
  text,
  asked,
  answer,
  access,
}: {
  text: string;
  asked: string;
  answer: PaletteAnswer | undefined;
  access: PaletteAccess;
}): Group[] {
  const t = useTranslations("palette");
  const router = useRouter();
  const commands = useCommands(access);
  const recent = useMemo(() => readRecent(access.userId), [access.userId]);

  const item = (kind: PaletteKind, { id, title, detail, href }: PaletteItem): Entry => ({
    id: `${kind}-${id}`,
    title,
    detail,
    icon: kindIcons[kind],
    href,
    run: () => {
      keepRecent(access.userId, { kind, id, title, href });
      router.push(href);
    },
  });
  const command = ({ id, label, icon, href, run }: Command): Entry => ({
    id,
    title: label,
    detail: null,
    icon,
    href,
    run,
  });

  if (text === "") {
    const last = recent.map((each) => item(each.kind, { ...each, detail: t(`kind.${each.kind}`) }));
    return [
      ...(last.length > 0 ? [{ id: "recent", title: t("recent"), entries: last }] : []),
      { id: "commands", title: t("commandsTitle"), entries: commands.map(command) },
    ];
  }
  const words = foldedWords(text);
  const matching = commands.filter(({ label }) => {
    const folded = fold(label);
    return words.every((word) => folded.includes(word));
  });
  const groups = asked === "" ? [] : (answer?.groups ?? []);
  return [
    ...groups.map(({ kind, items }) => ({
      id: kind,
      title: t(`kinds.${kind}`),
      entries: items.map((each) => item(kind, each)),
    })),
    ...(matching.length > 0
      ? [{ id: "commands", title: t("commandsTitle"), entries: matching.map(command) }]
      : []),
  ];
}
