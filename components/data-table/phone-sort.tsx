"use client";

import type { HeadProps } from "@/components/data-table/data-table-head";
import { Select } from "@/components/ui/select";
import { useTranslations } from "@/lib/i18n/use-translations";

/** Sorting on a phone, where the header is not seen: every sortable column, both ways round. */
export function PhoneSort<Row>({ columns, sort, onSortChange }: HeadProps<Row>) {
  const t = useTranslations("common");
  const sortable = columns.filter((column) => column.sortable);
  if (sortable.length === 0 || !onSortChange) return null;
  return (
    <Select
      aria-label={t("sort")}
      className="min-w-0 flex-1 sm:hidden"
      value={sort ? `${sort.id} ${sort.desc ? "desc" : "asc"}` : ""}
      onChange={(event) => {
        const [id, direction] = event.target.value.split(" ");
        onSortChange(id ? { id, desc: direction === "desc" } : null);
      }}
    >
      <option value="">{t("sortDefault")}</option>
      {sortable.flatMap(({ id, header }) => [
        <option key={`${id} asc`} value={`${id} asc`}>
          {t("sortAscending", { column: header })}
        </option>,
        <option key={`${id} desc`} value={`${id} desc`}>
          {t("sortDescending", { column: header })}
        </option>,
      ])}
    </Select>
  );
}
