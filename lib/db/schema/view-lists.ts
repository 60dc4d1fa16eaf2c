/** The lists that can be saved as views. */
export const VIEW_LISTS = ["catalog", "customers", "orders", "subscriptions"] as const;
export type ViewList = (typeof VIEW_LISTS)[number];
