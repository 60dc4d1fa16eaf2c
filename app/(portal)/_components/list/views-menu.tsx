"use client";

import { Suspense, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { lazyPart } from "@/components/ui/lazy-part";
import { Popover } from "@/components/ui/popover";
import { useTranslations } from "@/lib/i18n/use-translations";
import type { ViewsMenuProps } from "./views-menu-props";

const { Part: ViewsPanel, preload } = lazyPart(() => import("./views-panel"));

/** The saved views of a list, beside its title: open one, keep what has changed, save the list as it stands. */
export function ViewsMenu(props: ViewsMenuProps) {
  const t = useTranslations("views");
  const { current, changed } = props;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Popover
        label={t("title")}
        open={open}
        onOpenChange={setOpen}
        className="grid w-80 gap-3"
        trigger={
          <button
            type="button"
            onPointerEnter={preload}
            onFocus={preload}
            className={buttonClass({ variant: "ghost", size: "sm" }, "max-w-64")}
          >
            <Icon name="icon-bookmark" className={cn(current && "text-accent")} />
            <span className="min-w-0 truncate">{current?.name ?? t("title")}</span>
            <Icon name="icon-chevron-down" className="size-3.5 text-3" />
          </button>
        }
      >
        <Suspense>
          <ViewsPanel {...props} onDone={() => setOpen(false)} />
        </Suspense>
      </Popover>
      {changed && <Badge tone="info">{t("changed")}</Badge>}
    </>
  );
}
