"use client";

import type { ReactNode } from "react";
import type { SelectionControl } from "@/components/data-table/use-selection";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast-store";
import { useTranslations } from "@/lib/i18n/use-translations";

/** So many ids fit into the address of a CSV. */
const MAX_IDS = 500;
const MAX_OPEN = 10;

/** What can be done to the chosen rows of a list, and how much money they are about. */
export function SelectionBar<Row>({
  selection,
  total,
  loaded,
  rowHref,
  csvHref,
  money,
}: {
  selection: SelectionControl<Row>;
  /** Rows that match. */
  total: number;
  loaded: number;
  rowHref: (row: Row) => string;
  /** The CSV of these ids; of all matches without. */
  csvHref: (ids: readonly string[] | null) => string;
  /** Absent where rows are not about money. */
  money?: (rows: readonly Row[]) => ReactNode;
}) {
  const t = useTranslations("list.selection");
  const { count, matching, rows, ids } = selection;
  if (count === 0) return null;
  const complete = rows.length === count;
  const tooMany = !matching && ids.length > MAX_IDS;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(ids.join("\n"));
      toast({ title: t("copied", { count: ids.length }) });
    } catch {
      toast({ tone: "attention", title: t("copyFailed") });
    }
  };
  const [only] = rows;
  return (
    <section
      aria-label={t("label")}
      data-print="hide"
      className="sticky bottom-2 z-20 flex flex-wrap items-center gap-x-4 gap-y-2 rounded bg-surface-float px-3 py-2 text-table shadow-float sm:static"
    >
      <p role="status" className="font-medium tabular-nums">
        {matching ? t("allMatching", { count }) : t("count", { count })}
      </p>
      {!matching && rows.length >= loaded && total > loaded && (
        <Button variant="link" size="sm" onClick={selection.selectMatching}>
          {t("selectMatching", { count: total })}
        </Button>
      )}
      {money && <div className="text-2">{complete ? money(rows) : t("moneyOfLoaded")}</div>}
      <div className="ml-auto flex flex-wrap items-center gap-1.5">
        {count === 1 && only !== undefined ? (
          <ButtonLink size="sm" href={rowHref(only)}>
            {t("open")}
          </ButtonLink>
        ) : (
          <Button
            size="sm"
            {...(count > MAX_OPEN ? { disabledReason: t("openLimit", { max: MAX_OPEN }) } : {})}
            onClick={() => {
              for (const row of rows) window.open(rowHref(row), "_blank", "noopener");
            }}
          >
            {t("openTabs", { count })}
          </Button>
        )}
        <Button size="sm" onClick={copy} {...(complete ? {} : { disabledReason: t("copyLimit") })}>
          <Icon name="icon-copy" />
          {t("copyIds")}
        </Button>
        {tooMany ? (
          <Button size="sm" disabledReason={t("csvLimit", { max: MAX_IDS })}>
            <Icon name="icon-download" />
            {t("csv", { count })}
          </Button>
        ) : (
          <a
            href={csvHref(matching ? null : ids)}
            download
            className={buttonClass({ variant: "secondary", size: "sm" })}
          >
            <Icon name="icon-download" />
            {t("csv", { count })}
          </a>
        )}
        <Button variant="ghost" size="icon-sm" title={t("clear")} onClick={selection.clear}>
          <Icon name="icon-x" />
          <span className="sr-only">{t("clear")}</span>
        </Button>
      </div>
    </section>
  );
}
