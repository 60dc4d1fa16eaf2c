"use client";

import type { ReactNode } from "react";
import { type DataColumn, shownColumns } from "@/components/data-table/columns";
import type { LayoutControl } from "@/components/data-table/table-layout";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Icon } from "@/components/ui/icon";
import { LiveRegion } from "@/components/ui/live-region";
import { Segmented } from "@/components/ui/segmented";
import { useTranslations } from "@/lib/i18n/use-translations";

type ChoosableColumn = Pick<DataColumn<never>, "id" | "header" | "hideable" | "defaultHidden">;
type Props = { columns: readonly ChoosableColumn[]; layout: LayoutControl };

/** What the TableMenu shows. Loaded when it opens. */
export default function TableChoices({ columns, layout }: Props) {
  const t = useTranslations("common");
  const [, ...shown] = shownColumns(columns, layout.columns);
  const movable = shown.length;
  const put = columns.slice(1).filter((column) => !shown.includes(column));
  const choose = (next: readonly ChoosableColumn[]) => layout.setColumns(next.map(({ id }) => id));
  const move = (from: number, by: number) => {
    const next = [...shown];
    const [column] = next.splice(from, 1);
    if (column) next.splice(from + by, 0, column);
    choose(next);
  };
  return (
    <>
      <div className="grid gap-1">
        <p aria-hidden="true" className="text-caption text-3">
          {t("rowHeight")}
        </p>
        <Segmented
          label={t("rowHeight")}
          value={layout.density}
          onChange={(value) => layout.setDensity(value === "compact" ? "compact" : "comfortable")}
          className="w-full"
          options={[
            { value: "comfortable", label: t("comfortable") },
            { value: "compact", label: t("compact") },
          ]}
        />
      </div>
      <fieldset className="grid">
        <legend className="pb-1 text-caption text-3">{t("columns")}</legend>
        {[...shown, ...put].map((column, index) => (
          <div key={column.id} className="flex min-h-8 items-center gap-1">
            <Checkbox
              className="min-w-0 flex-1"
              label={column.header}
              checked={index < movable}
              disabled={column.hideable === false}
              onChange={({ target }) =>
                choose(target.checked ? [...shown, column] : shown.filter((other) => other !== column))
              }
            />
            {index < movable && (
              <>
                <Move
                  label={t("moveUp", { column: column.header })}
                  icon={<Icon name="icon-arrow-up" />}
                  disabled={index === 0}
                  onMove={() => move(index, -1)}
                />
                <Move
                  label={t("moveDown", { column: column.header })}
                  icon={<Icon name="icon-arrow-down" />}
                  disabled={index === movable - 1}
                  onMove={() => move(index, 1)}
                />
              </>
            )}
          </div>
        ))}
      </fieldset>
      <Button size="sm" onClick={() => layout.setColumns(null)}>
        {t("columnsReset")}
      </Button>
      <LiveRegion>{shown.map(({ header }) => header).join(", ")}</LiveRegion>
    </>
  );
}

function Move({
  label,
  icon,
  disabled,
  onMove,
}: {
  label: string;
  icon: ReactNode;
  disabled: boolean;
  onMove: () => void;
}) {
  return (
    <button
      type="button"
      title={label}
      aria-disabled={disabled || undefined}
      onClick={() => !disabled && onMove()}
      className="grid size-7 shrink-0 place-items-center rounded-sm text-3 hover:bg-surface-2 hover:text-1 aria-disabled:opacity-35 [&_.icon]:size-3.5"
    >
      {icon}
      <span className="sr-only">{label}</span>
    </button>
  );
}
