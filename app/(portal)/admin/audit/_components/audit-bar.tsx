"use client";

import type { ComponentProps } from "react";
import { CsvLink } from "@/app/(portal)/_components/list/csv-link";
import { toSort } from "@/app/(portal)/_components/list/sort-param";
import type { DataColumn } from "@/components/data-table/columns";
import { PhoneSort } from "@/components/data-table/phone-sort";
import type { LayoutControl } from "@/components/data-table/table-layout";
import { TableMenu } from "@/components/data-table/table-menu";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Icon } from "@/components/ui/icon";
import { SearchField } from "@/components/ui/search-field";
import type { AuditRow } from "@/lib/audit/audit-list-page";
import type { AuditListSearch } from "@/lib/audit/audit-list-search";
import { useTranslations } from "@/lib/i18n/use-translations";
import { AuditFilters } from "./audit-filters";

type Props = Pick<ComponentProps<typeof AuditFilters>, "people" | "customerNameOf"> & {
  search: AuditListSearch;
  onChange: (change: Partial<AuditListSearch>) => void;
  /** Takes all filters off; absent while none is on. */
  onClear: (() => void) | undefined;
  pending: boolean;
  columns: readonly DataColumn<AuditRow>[];
  layout: LayoutControl;
  /** The file of what is shown. */
  csvHref: string;
  total: number;
  /** There are more than `total`. */
  isMore: boolean;
};

/** Above the log: search, filters, and what is shown as a file. */
export function AuditBar(props: Props) {
  const { search, people, customerNameOf, onChange, onClear, columns, layout, csvHref, total, isMore } =
    props;
  const t = useTranslations("audit");
  const list = useTranslations("list");
  return (
    <div data-print="hide" className="flex flex-wrap items-center gap-2">
      <SearchField
        label={t("search")}
        placeholder={t("searchPlaceholder")}
        value={search.q}
        onChange={(q) => onChange({ q })}
        pending={props.pending}
        className="sm:w-72"
      />
      <fieldset className="contents">
        <legend className="sr-only">{list("filters")}</legend>
        <AuditFilters search={search} people={people} customerNameOf={customerNameOf} onChange={onChange} />
      </fieldset>
      {onClear && (
        <Button variant="ghost" size="sm" onClick={onClear}>
          {list("clearFilters")}
        </Button>
      )}
      <div className="ml-auto flex items-center gap-1 max-sm:w-full">
        <PhoneSort
          columns={columns}
          sort={toSort(search.sort)}
          onSortChange={(sort) => onChange({ sort: sort?.desc === false ? "at" : "-at" })}
        />
        {isMore ? (
          <a
            href={csvHref}
            download
            data-list-export=""
            className={buttonClass({ variant: "ghost", size: "sm" })}
          >
            <Icon name="icon-download" />
            {t("csvMore")}
          </a>
        ) : (
          total > 0 && <CsvLink href={csvHref} rows={total} />
        )}
        <TableMenu columns={columns} layout={layout} />
      </div>
    </div>
  );
}
