import type { CustomerQuery } from "./customer-query";

/** Query keys of customers; one prefix invalidates every page of the list. */
export const customerKeys = {
  lists: ["customers", "list"] as const,
  list: (query: CustomerQuery) => [...customerKeys.lists, query] as const,
};
