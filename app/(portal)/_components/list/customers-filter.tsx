"use client";

import { useLocale } from "next-intl";
import { Suspense, useState } from "react";
import type { ComboboxOption } from "@/components/ui/combobox-option";
import { FilterPill } from "@/components/ui/filter-pill";
import { lazyPart } from "@/components/ui/lazy-part";
import { Skeleton } from "@/components/ui/skeleton";
import { customerOptionsSchema } from "@/lib/customers/schemas";
import { formatList } from "@/lib/format";
import { getJson } from "@/lib/get-json";
import { routes } from "@/lib/routes";

const { Part: Combobox } = lazyPart(async () => ({
  default: (await import("@/components/ui/combobox")).Combobox,
}));

async function loadOptions(query: string, signal: AbortSignal): Promise<ComboboxOption[]> {
  const { options } = await getJson(routes.api.findCustomers(query), customerOptionsSchema, { signal });
  return options.map(({ id, organization, email, domain }) => ({
    value: id,
    label: organization,
    detail: domain ?? email ?? id,
  }));
}

/** A filter by customer: type a name, choose; several can be chosen. */
export function CustomersFilter({
  name,
  chosen,
  nameOf,
  onChange,
}: {
  name: string;
  chosen: readonly string[];
  /** A customer's name as far as the rows of the list tell it. */
  nameOf: (id: string) => string | null;
  onChange: (ids: string[]) => void;
}) {
  const locale = useLocale();
  // A list without rows brings no names with it.
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const labels = chosen.map((id) => nameOf(id) ?? names.get(id) ?? id);
  return (
    <FilterPill
      name={name}
      value={labels.length > 0 ? formatList(locale, labels) : null}
      onRemove={() => onChange([])}
      panel={(close) => (
        <Suspense fallback={<Skeleton className="h-8 w-full" />}>
          <Combobox
            autoFocus
            label={name}
            placeholder={name}
            value={null}
            loadOptions={loadOptions}
            onChange={(option) => {
              if (!option) return;
              setNames((now) => new Map(now).set(option.value, option.label));
              if (!chosen.includes(option.value)) onChange([...chosen, option.value]);
              close();
            }}
          />
        </Suspense>
      )}
    />
  );
}
