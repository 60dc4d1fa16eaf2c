"use client";

import { ChoiceFilter } from "@/app/(portal)/_components/list/choice-filter";
import { CustomersFilter } from "@/app/(portal)/_components/list/customers-filter";
import { PeriodFilter } from "@/app/(portal)/_components/list/period-filter";
import { AUDIT_ACTIONS, AUDIT_OUTCOMES } from "@/lib/audit/audit-actions";
import { NOBODY } from "@/lib/audit/audit-list-query";
import type { AuditListSearch } from "@/lib/audit/audit-list-search";
import { useTranslations } from "@/lib/i18n/use-translations";
import { useActionWords } from "./audit-words";

type Filters = Pick<AuditListSearch, "person" | "action" | "outcome" | "customer" | "from" | "to">;

/** Narrows the log down: by person, command, outcome, customer and day. */
export function AuditFilters({
  search,
  people,
  customerNameOf,
  onChange,
}: {
  search: Filters;
  people: readonly { id: string; name: string }[];
  customerNameOf: (id: string) => string | null;
  onChange: (change: Partial<Filters>) => void;
}) {
  const t = useTranslations("audit");
  const actionWords = useActionWords();
  return (
    <>
      <ChoiceFilter
        name={t("filter.person")}
        options={[
          ...people.map(({ id, name }) => ({ value: id, label: name })),
          { value: NOBODY, label: t("nobody") },
        ]}
        chosen={search.person}
        onChange={(person) => onChange({ person })}
      />
      <ChoiceFilter
        name={t("filter.action")}
        options={AUDIT_ACTIONS.map((value) => ({ value, label: actionWords(value) }))}
        chosen={search.action}
        onChange={(values) => onChange({ action: AUDIT_ACTIONS.filter((each) => values.includes(each)) })}
      />
      <ChoiceFilter
        name={t("filter.outcome")}
        options={AUDIT_OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        chosen={search.outcome}
        onChange={(values) => onChange({ outcome: AUDIT_OUTCOMES.filter((each) => values.includes(each)) })}
      />
      <CustomersFilter
        name={t("filter.customer")}
        chosen={search.customer}
        nameOf={customerNameOf}
        onChange={(customer) => onChange({ customer })}
      />
      <PeriodFilter
        name={t("filter.time")}
        period={search}
        quick={[
          { label: t("period.today"), days: [0, 0] },
          { label: t("period.week"), days: [-7, 0] },
          { label: t("period.month"), days: [-30, 0] },
          { label: t("period.year"), days: [-365, 0] },
        ]}
        onChange={onChange}
      />
    </>
  );
}
