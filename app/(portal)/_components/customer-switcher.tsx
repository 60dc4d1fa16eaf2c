"use client";

import { type FocusEvent, Suspense, useEffect, useOptimistic, useRef, useState, useTransition } from "react";
import { buttonClass } from "@/components/ui/button-class";
import type { ComboboxOption } from "@/components/ui/combobox-option";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { lazyPart } from "@/components/ui/lazy-part";
import { Link } from "@/components/ui/link";
import { LiveRegion } from "@/components/ui/live-region";
import { Skeleton } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import { toast } from "@/components/ui/toast-store";
import { Tooltip } from "@/components/ui/tooltip";
import { useShortcut } from "@/components/ui/use-shortcut";
import { customerOptionsSchema } from "@/lib/customers/schemas";
import { getJson } from "@/lib/get-json";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { chooseCustomerAction, forgetCustomerAction } from "../customers/actions";

const { Part: Combobox, preload } = lazyPart(async () => ({
  default: (await import("@/components/ui/combobox")).Combobox,
}));

type Chosen = { id: string; organization: string };

const KEY = "c";
/** Dispatched on the document by whoever else wants the switcher open. */
export const CHOOSE_CUSTOMER = "portal:choose-customer";

/**
 * Whom I work for, and the way to work for somebody else: press C, type, Enter. The choice is kept in a cookie, and the
 * page under it is drawn anew.
 */
export function CustomerSwitcher({ chosen }: { chosen: Chosen | null }) {
  const t = useTranslations("customers.switcher");
  const [choosing, setChoosing] = useState(false);
  const [news, setNews] = useState<string>();
  const [pending, startTransition] = useTransition();
  const [shown, show] = useOptimistic(chosen);
  const change = useRef<HTMLButtonElement>(null);
  useShortcut(KEY, () => setChoosing(true));
  useEffect(() => {
    const open = () => setChoosing(true);
    document.addEventListener(CHOOSE_CUSTOMER, open);
    return () => document.removeEventListener(CHOOSE_CUSTOMER, open);
  }, []);

  const close = () => {
    setChoosing(false);
    // The field is gone; the focus goes back to what opened it.
    requestAnimationFrame(() => change.current?.focus());
  };
  const choose = (option: ComboboxOption | null) => {
    close();
    startTransition(async () => {
      show(option && { id: option.value, organization: option.label });
      const result = option
        ? await chooseCustomerAction({ customerId: option.value })
        : await forgetCustomerAction();
      if (result.ok) setNews(option ? t("chosen", { organization: option.label }) : t("forgotten"));
      else toast({ tone: "danger", title: t("failed", { reason: result.error.message }) });
    });
  };
  const leave = (event: FocusEvent) => {
    const next = event.relatedTarget;
    // The list of suggestions floats elsewhere in the page.
    const stays = next instanceof Element && next.closest("[data-radix-popper-content-wrapper]");
    if (!stays && !event.currentTarget.contains(next)) setChoosing(false);
  };

  return (
    <div className="min-w-0">
      <LiveRegion>{news}</LiveRegion>
      {choosing ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape and leaving belong to the field inside
        <div
          onBlur={leave}
          onKeyDown={(event) => event.key === "Escape" && close()}
          className="max-sm:fixed max-sm:inset-x-2 max-sm:top-1 max-sm:z-40 sm:w-72"
        >
          <Suspense fallback={<Skeleton className="h-8 w-full" />}>
            <Combobox
              autoFocus
              clearable
              label={t("label")}
              placeholder={t("placeholder")}
              value={shown && { value: shown.id, label: shown.organization }}
              onChange={choose}
              loadOptions={async (query, signal) => {
                const { options } = await getJson(routes.api.findCustomers(query), customerOptionsSchema, {
                  signal,
                });
                return options.map(({ id, organization, email, domain, status }) => ({
                  value: id,
                  label: organization,
                  detail: [domain ?? email, status === "inactive" && t("inactive"), id]
                    .filter(Boolean)
                    .join(" · "),
                }));
              }}
            />
          </Suspense>
        </div>
      ) : (
        <div className="flex min-w-0 items-center">
          {shown && (
            <Link
              href={routes.customer(shown.id)}
              title={t("open")}
              className="flex h-8 min-w-0 items-center gap-1.5 rounded-l border border-r-0 border-line px-2.5 hover:bg-surface-1 pointer-coarse:h-10"
            >
              {pending ? <Spinner /> : <Icon name="icon-building-2" className="text-accent" />}
              <span className="max-w-24 truncate font-medium sm:max-w-56">
                <span className="sr-only">{t("label")}: </span>
                {shown.organization}
              </span>
            </Link>
          )}
          <Tooltip
            side="bottom"
            text={
              <span className="flex items-center gap-2">
                {shown ? t("change") : t("help")} <Kbd>C</Kbd>
              </span>
            }
          >
            <button
              ref={change}
              type="button"
              aria-keyshortcuts={KEY}
              onClick={() => setChoosing(true)}
              onPointerEnter={preload}
              onFocus={preload}
              className={
                shown
                  ? "grid h-8 w-7 shrink-0 place-items-center rounded-r border border-line text-3 hover:bg-surface-1 hover:text-1 pointer-coarse:h-10 pointer-coarse:w-9"
                  : buttonClass({ variant: "secondary" }, "max-sm:px-2")
              }
            >
              {shown ? (
                <>
                  <Icon name="icon-chevrons-up-down" />
                  <span className="sr-only">{t("change")}</span>
                </>
              ) : (
                <>
                  {pending ? <Spinner /> : <Icon name="icon-building-2" />}
                  <span className="max-sm:sr-only">{t("choose")}</span>
                </>
              )}
            </button>
          </Tooltip>
        </div>
      )}
    </div>
  );
}
