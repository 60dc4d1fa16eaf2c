/** Query keys of customers; the one prefix invalidates every page of the list, see `useInfiniteList`. */
export const customerKeys = { lists: ["customers"] as const };
