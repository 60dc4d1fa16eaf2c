"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Checkbox } from "@/components/ui/choice";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast-store";
import type { ActionResult } from "@/lib/action";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { MAX_VIEW_NAME, type View } from "@/lib/views/schemas";
import { viewHref } from "@/lib/views/view-href";
import {
  changeViewAction,
  deleteViewAction,
  pinViewAction,
  restoreViewAction,
  saveViewAction,
} from "../../views/actions";
import type { ViewsMenuProps as Props } from "./views-menu-props";

/** The panel of the views menu. Loaded when the first one opens. */
export default function ViewsPanel({ onDone, ...props }: Props & { onDone: () => void }) {
  const t = useTranslations("views");
  const { list, views, current } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const router = useRouter();

  /** Runs a command; what it says is shown here, and the page is drawn again with the new views. */
  const run = async <T,>(command: () => Promise<ActionResult<T>>): Promise<T | undefined> => {
    setProblem(null);
    const result = await command().catch(() => null);
    if (!result?.ok) {
      setProblem(result?.error.message ?? t("failed"));
      return undefined;
    }
    router.refresh();
    return result.data;
  };
  return (
    <>
      <ul className="-m-1.5 grid max-h-64 overflow-y-auto">
        <ViewLink href={routes[list]()} current={current === null} onFollow={onDone}>
          {t("all")}
        </ViewLink>
        {views.map((view) => (
          <ViewLink
            key={view.id}
            href={viewHref(view)}
            current={view.id === current?.id}
            onFollow={onDone}
            marks={
              <>
                {view.by && (
                  <span className="truncate text-caption text-3">{t("by", { name: view.by })}</span>
                )}
                {view.shared && <Mark icon={<Icon name="icon-users" />} words={t("shared")} />}
                {view.pinned && <Mark icon={<Icon name="icon-pin" />} words={t("pinned")} />}
              </>
            }
          >
            {view.name}
          </ViewLink>
        ))}
      </ul>
      {current?.mayChange && <CurrentView {...props} view={current} run={run} onDone={onDone} />}
      <SaveAs {...props} run={run} onDone={onDone} />
      {problem && (
        <p role="alert" className="text-table text-danger-text">
          {problem}
        </p>
      )}
    </>
  );
}

type Run = <T>(command: () => Promise<ActionResult<T>>) => Promise<T | undefined>;

function ViewLink({
  href,
  current,
  marks,
  onFollow,
  children,
}: {
  href: string;
  current: boolean;
  marks?: ReactNode;
  onFollow: () => void;
  children: ReactNode;
}) {
  return (
    <li>
      <Link
        href={href}
        aria-current={current ? "true" : undefined}
        onClick={onFollow}
        className="flex min-h-8 items-center gap-2 rounded-sm px-2 py-1 text-table -outline-offset-2 hover:bg-surface-2 pointer-coarse:min-h-11"
      >
        <Icon name="icon-check" className={cn("text-accent", !current && "invisible")} />
        <span className="min-w-0 flex-1 truncate">{children}</span>
        <span className="flex max-w-32 shrink-0 items-center gap-1.5">{marks}</span>
      </Link>
    </li>
  );
}

function Mark({ icon, words }: { icon: ReactNode; words: string }) {
  return (
    <span title={words} className="text-3 [&_.icon]:size-3.5">
      {icon}
      <span className="sr-only">{words}</span>
    </span>
  );
}

/** What can be done to the view that is open. */
function CurrentView({
  view,
  changed,
  mayShare,
  now,
  onOpen,
  run,
  onDone,
}: Props & { view: View; run: Run; onDone: () => void }) {
  const t = useTranslations("views");
  const router = useRouter();
  const [renaming, setRenaming] = useState(false);
  const viewId = view.id;
  const remove = async () => {
    const { name } = view;
    const removed = await run(() => deleteViewAction({ viewId }));
    if (removed === undefined) return;
    onOpen(null);
    onDone();
    toast({
      tone: "info",
      title: t("deleted", { name }),
      action: {
        label: t("undo"),
        onAct: async () => {
          const back = await restoreViewAction({ viewId }).catch(() => null);
          if (!back?.ok) return toast({ tone: "danger", title: back?.error.message ?? t("failed") });
          onOpen(viewId);
          router.refresh();
        },
      },
    });
  };
  return (
    <div className="grid gap-2 border-t border-line pt-3">
      {changed && (
        <div className="flex flex-wrap gap-1.5">
          <Button
            size="sm"
            variant="primary"
            onClick={async () => {
              if (await run(() => changeViewAction({ viewId, ...now }))) onDone();
            }}
          >
            {t("update", { name: view.name })}
          </Button>
          <Link href={viewHref(view)} onClick={onDone} className={buttonClass({ size: "sm" })}>
            {t("reset")}
          </Link>
        </div>
      )}
      {renaming ? (
        <NameForm
          label={t("newName")}
          initial={view.name}
          submit={t("rename")}
          onSubmit={async (name) => {
            if (await run(() => changeViewAction({ viewId, name }))) setRenaming(false);
          }}
        />
      ) : (
        <div className="flex flex-wrap gap-1.5">
          <Button size="sm" onClick={() => setRenaming(true)}>
            {t("rename")}
          </Button>
          <Button size="sm" onClick={() => run(() => pinViewAction({ viewId, pinned: !view.pinned }))}>
            {view.pinned ? t("unpin") : t("pin")}
          </Button>
          {mayShare && (
            <Button size="sm" onClick={() => run(() => changeViewAction({ viewId, shared: !view.shared }))}>
              {view.shared ? t("unshare") : t("share")}
            </Button>
          )}
          <Button size="sm" onClick={remove}>
            {t("delete")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Keeps the list as it stands under a new name. */
function SaveAs({ list, mayShare, now, onOpen, run, onDone }: Props & { run: Run; onDone: () => void }) {
  const t = useTranslations("views");
  const [pinned, setPinned] = useState(true);
  const [shared, setShared] = useState(false);
  return (
    <div className="grid gap-1 border-t border-line pt-3">
      <NameForm
        label={t("saveAs")}
        initial=""
        submit={t("save")}
        onSubmit={async (name) => {
          const view = await run(() => saveViewAction({ list, name, pinned, shared, ...now }));
          if (!view) return;
          onOpen(view.id);
          onDone();
          toast({ title: t("saved", { name }) });
        }}
      />
      <Checkbox
        label={<span className="text-table">{t("pinNew")}</span>}
        checked={pinned}
        onChange={({ target }) => setPinned(target.checked)}
      />
      {mayShare && (
        <Checkbox
          label={<span className="text-table">{t("shareNew")}</span>}
          checked={shared}
          onChange={({ target }) => setShared(target.checked)}
        />
      )}
    </div>
  );
}

function NameForm({
  label,
  initial,
  submit,
  onSubmit,
}: {
  label: string;
  initial: string;
  submit: string;
  onSubmit: (name: string) => Promise<void>;
}) {
  const id = useId();
  const [name, setName] = useState(initial);
  const [pending, setPending] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "" || pending) return;
    setPending(true);
    await onSubmit(name.trim());
    setPending(false);
  };
  return (
    <form onSubmit={send} className="grid gap-1">
      <label htmlFor={id} className="text-caption text-3">
        {label}
      </label>
      <div className="flex gap-1.5">
        <Input
          id={id}
          value={name}
          maxLength={MAX_VIEW_NAME}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" pending={pending} disabled={name.trim() === ""}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
