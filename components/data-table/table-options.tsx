"use client";

import type { ReactTable } from "@tanstack/react-table";
import { Settings2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Features } from "@/components/data-table/columns";
import { setDensity, useDensity } from "@/components/data-table/density";
import { buttonClass } from "@/components/ui/button-class";
import {
  DropdownMenu,
  MenuCheckbox,
  MenuLabel,
  MenuRadioGroup,
  MenuSeparator,
} from "@/components/ui/dropdown-menu";

/** Row height and columns of a table, behind one quiet button. */
export function TableOptions<Row extends object>({ table }: { table: ReactTable<Features, Row> }) {
  const t = useTranslations("common");
  const density = useDensity();
  const hideable = table.getAllLeafColumns().filter((column) => column.getCanHide());
  return (
    <DropdownMenu
      trigger={
        <button
          type="button"
          title={t("tableOptions")}
          className={buttonClass({ variant: "ghost", size: "icon" }, "max-sm:hidden")}
        >
          <Settings2 aria-hidden="true" />
          <span className="sr-only">{t("tableOptions")}</span>
        </button>
      }
    >
      <MenuLabel>{t("rowHeight")}</MenuLabel>
      <MenuRadioGroup
        value={density}
        onValueChange={(value) => setDensity(value === "compact" ? "compact" : "comfortable")}
        options={[
          { value: "comfortable", label: t("comfortable") },
          { value: "compact", label: t("compact") },
        ]}
      />
      {hideable.length > 0 && (
        <>
          <MenuSeparator />
          <MenuLabel>{t("columns")}</MenuLabel>
          {hideable.map((column) => (
            <MenuCheckbox
              key={column.id}
              checked={column.getIsVisible()}
              onCheckedChange={(checked) => column.toggleVisibility(checked)}
            >
              {column.columnDef.meta?.label}
            </MenuCheckbox>
          ))}
        </>
      )}
    </DropdownMenu>
  );
}
