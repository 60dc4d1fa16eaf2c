"use client";

import { Suspense } from "react";
import type { DataColumn } from "@/components/data-table/columns";
import type { LayoutControl } from "@/components/data-table/table-layout";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { lazyPart } from "@/components/ui/lazy-part";
import { Popover } from "@/components/ui/popover";
import { useTranslations } from "@/lib/i18n/use-translations";

const { Part: TableChoices } = lazyPart(() => import("@/components/data-table/table-choices"));

type Props<Row> = { columns: readonly DataColumn<Row>[]; layout: LayoutControl };

/** Row height and columns of a table, behind one quiet button. */
export function TableMenu<Row>(props: Props<Row>) {
  const t = useTranslations("common");
  return (
    <Popover
      label={t("tableOptions")}
      align="end"
      className="grid gap-3"
      trigger={
        <button
          type="button"
          title={t("tableOptions")}
          className={buttonClass({ variant: "ghost", size: "icon" }, "max-sm:hidden")}
        >
          <Icon name="icon-settings-2" />
          <span className="sr-only">{t("tableOptions")}</span>
        </button>
      }
    >
      <Suspense>
        <TableChoices {...props} />
      </Suspense>
    </Popover>
  );
}
