"use client";

import type { HeadProps } from "@/components/data-table/data-table-head";
import { Select } from "@/components/ui/select";
import { usePhone } from "@/components/ui/use-phone";
import { useTranslations } from "@/lib/i18n/use-translations";

/** Sorting on a phone, where the header is not seen: every sortable column, both ways round. Elsewhere nothing can be chosen. */
export function PhoneSort<Row>({ columns, sort, onSortChange }: HeadProps<Row>) {
  const t = useTranslations("common");
  const phone = usePhone();
  const sortable = columns.filter((column) => column.sortable);
  if (sortable.length === 0 || !onSortChange) return null;
  const choices = sortable.flatMap(({ id, header }) => [
    { value: `${id} asc`, words: "sortAscending", column: header } as const,
    { value: `${id} desc`, words: "sortDescending", column: header } as const,
  ]);
  const chosen = sort ? `${sort.id} ${sort.desc ? "desc" : "asc"}` : "";
  return (
    <Select
      aria-label={t("sort")}
      className="min-w-0 flex-1 sm:hidden"
      value={chosen}
      onChange={(event) => {
        const [id, direction] = event.target.value.split(" ");
        onSortChange(id ? { id, desc: direction === "desc" } : null);
      }}
    >
      {(phone || chosen === "") && <option value="">{t("sortDefault")}</option>}
      {choices
        .filter(({ value }) => phone || value === chosen)
        .map(({ value, words, column }) => (
          <option key={value} value={value}>
            {t(words, { column })}
          </option>
        ))}
    </Select>
  );
}
