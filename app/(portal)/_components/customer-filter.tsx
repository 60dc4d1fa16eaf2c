"use client";

import { useState } from "react";
import { Combobox, type ComboboxOption } from "@/components/ui/combobox";
import { FilterBar, FilterChip } from "@/components/ui/filter-chip";
import { customerOptionsSchema } from "@/lib/customers/schemas";
import { getJson } from "@/lib/get-json";
import { routes } from "@/lib/routes";

async function loadOptions(query: string, signal: AbortSignal): Promise<ComboboxOption[]> {
  const { options } = await getJson(routes.api.findCustomers(query), customerOptionsSchema, { signal });
  return options.map(({ id, organization, email, domain }) => ({
    value: id,
    label: organization,
    detail: domain ?? email ?? id,
  }));
}

/** Narrows a list down to one customer: type a name, choose; the choice is a chip that can be taken off. */
export function CustomerFilter({
  label,
  customerId,
  customerName,
  onChange,
}: {
  label: string;
  customerId: string | null;
  /** Null while it is not known; the id stands for it then. */
  customerName: string | null;
  onChange: (customerId: string | null) => void;
}) {
  const [chosen, setChosen] = useState<ComboboxOption | null>(null);
  if (customerId !== null) {
    // A list without rows brings no name with it.
    const known = customerName ?? (chosen?.value === customerId ? chosen.label : null);
    return (
      <FilterBar>
        <FilterChip name={label} value={known ?? customerId} onRemove={() => onChange(null)} />
      </FilterBar>
    );
  }
  return (
    <Combobox
      value={null}
      onChange={(option) => {
        setChosen(option);
        onChange(option?.value ?? null);
      }}
      loadOptions={loadOptions}
      label={label}
      placeholder={label}
      className="w-full sm:w-56"
    />
  );
}
