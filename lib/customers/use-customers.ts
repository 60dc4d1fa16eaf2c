"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getJson } from "@/lib/get-json";
import { routes } from "@/lib/routes";
import { customerKeys } from "./customer-keys";
import type { CustomerQuery } from "./customer-query";
import { type CustomerPage, customerPageSchema } from "./schemas";

/**
 * A page of the customer list. `initial` is what the server page read for its own question; while another page is
 * being read the last one stays.
 */
export function useCustomers(query: CustomerQuery, initial: { query: CustomerQuery; page: CustomerPage }) {
  const isInitial = JSON.stringify(query) === JSON.stringify(initial.query);
  return useQuery({
    queryKey: customerKeys.list(query),
    queryFn: ({ signal }) =>
      getJson(routes.api.customers({ ...query, country: query.country?.join(",") }), customerPageSchema, {
        signal,
      }),
    placeholderData: keepPreviousData,
    ...(isInitial ? { initialData: initial.page } : {}),
  });
}
