"use client";

import type { ReactTable } from "@tanstack/react-table";
import { useTranslations } from "next-intl";
import type { Features } from "@/components/data-table/columns";
import { Select } from "@/components/ui/select";

/** Sorting on a phone, where the header is not seen: every sortable column, both ways round. */
export function PhoneSort<Row extends object>({ table }: { table: ReactTable<Features, Row> }) {
  const t = useTranslations("common");
  const sortable = table.getAllLeafColumns().filter((column) => column.getCanSort());
  if (sortable.length === 0) return null;
  const current = table.state.sorting[0];
  return (
    <Select
      aria-label={t("sort")}
      className="sm:hidden"
      value={current ? `${current.id} ${current.desc ? "desc" : "asc"}` : ""}
      onChange={(event) => {
        const [id, direction] = event.target.value.split(" ");
        table.setSorting(id ? [{ id, desc: direction === "desc" }] : []);
      }}
    >
      <option value="">{t("sortDefault")}</option>
      {sortable.flatMap((column) => [
        <option key={`${column.id} asc`} value={`${column.id} asc`}>
          {t("sortAscending", { column: column.columnDef.meta?.label ?? column.id })}
        </option>,
        <option key={`${column.id} desc`} value={`${column.id} desc`}>
          {t("sortDescending", { column: column.columnDef.meta?.label ?? column.id })}
        </option>,
      ])}
    </Select>
  );
}
