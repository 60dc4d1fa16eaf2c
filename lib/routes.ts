const encode = encodeURIComponent;

type Search = Record<string, string | number | undefined>;

/** Appends the given search params; undefined and empty ones are left out. */
export function withSearch(path: string, search: Search = {}): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (value !== undefined && value !== "") params.set(key, String(value));
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

/** Every address of the portal. Pages, links, redirects and fetches take theirs from here. */
export const routes = {
  home: () => "/",
  signIn: () => "/sign-in",
  forbidden: () => "/forbidden",
  customers: (search?: Search) => withSearch("/customers", search),
  newCustomer: () => "/customers/new",
  customer: (customerId: string) => `/customers/${encode(customerId)}`,
  editCustomer: (customerId: string) => `/customers/${encode(customerId)}/edit`,
  customerOrders: (customerId: string) => `/customers/${encode(customerId)}/orders`,
  customerSubscriptions: (customerId: string) => `/customers/${encode(customerId)}/subscriptions`,
  customerCarts: (customerId: string) => `/customers/${encode(customerId)}/carts`,
  catalog: (search?: Search) => withSearch("/catalog", search),
  product: (productId: string, search?: Search) => withSearch(`/catalog/${encode(productId)}`, search),
  carts: (search?: Search) => withSearch("/carts", search),
  cart: (customerId: string, cartId: string) => `/customers/${encode(customerId)}/carts/${encode(cartId)}`,
  /** The cart's page with the vendor's questions about one line open. */
  cartQuestions: (customerId: string, cartId: string, cartItemId: string) =>
    `/customers/${encode(customerId)}/carts/${encode(cartId)}#questions-${encode(cartItemId)}`,
  cartReview: (customerId: string, cartId: string) =>
    `/customers/${encode(customerId)}/carts/${encode(cartId)}/review`,
  outbox: () => "/outbox",
  orders: (search?: Search) => withSearch("/orders", search),
  order: (customerId: string, orderId: string) =>
    `/customers/${encode(customerId)}/orders/${encode(orderId)}`,
  subscriptions: (search?: Search) => withSearch("/subscriptions", search),
  subscription: (customerId: string, subscriptionId: string) =>
    `/customers/${encode(customerId)}/subscriptions/${encode(subscriptionId)}`,
  subscriptionActivity: (customerId: string, subscriptionId: string) =>
    `/customers/${encode(customerId)}/subscriptions/${encode(subscriptionId)}/activity`,
  adminOrders: () => "/admin/orders",
  adminSync: (search?: Search) => withSearch("/admin/sync", search),
  adminConnection: () => "/admin/connection",
  adminAudit: (search?: Search) => withSearch("/admin/audit", search),
  api: {
    audit: (search?: Search) => withSearch("/api/audit", search),
    auditCsv: (search?: Search) => withSearch("/api/audit/csv", search),
    auditState: () => "/api/audit/state",
    sync: () => "/api/sync",
    syncEvents: () => "/api/sync/events",
    syncRuns: (search?: Search) => withSearch("/api/sync/runs", search),
    customers: (search?: Search) => withSearch("/api/customers", search),
    customersCsv: (search?: Search) => withSearch("/api/customers/csv", search),
    findCustomers: (question: string) => withSearch("/api/customers/find", { q: question }),
    catalog: (search?: Search) => withSearch("/api/catalog", search),
    catalogCsv: (search?: Search) => withSearch("/api/catalog/csv", search),
    product: (productId: string, search?: Search) => withSearch(`/api/catalog/${encode(productId)}`, search),
    carts: (search?: Search) => withSearch("/api/carts", search),
    customerCarts: (customerId: string) => `/api/customers/${encode(customerId)}/carts`,
    cart: (customerId: string, cartId: string) =>
      `/api/customers/${encode(customerId)}/carts/${encode(cartId)}`,
    cartQuestions: (customerId: string, cartId: string, cartItemId: string) =>
      `/api/customers/${encode(customerId)}/carts/${encode(cartId)}/items/${encode(cartItemId)}/questions`,
    cartIntent: (customerId: string, cartId: string) =>
      `/api/customers/${encode(customerId)}/carts/${encode(cartId)}/intent`,
    orders: (search?: Search) => withSearch("/api/orders", search),
    ordersCsv: (search?: Search) => withSearch("/api/orders/csv", search),
    outbox: () => "/api/outbox",
    todaysOrders: () => "/api/orders/today",
    order: (customerId: string, orderId: string) =>
      `/api/customers/${encode(customerId)}/orders/${encode(orderId)}`,
    subscriptions: (search?: Search) => withSearch("/api/subscriptions", search),
    subscriptionsCsv: (search?: Search) => withSearch("/api/subscriptions/csv", search),
    /** Saved views of one list, or of all of them. */
    palette: (question: string) => withSearch("/api/palette", { q: question }),
    connection: () => "/api/connection",
    connectionDetails: () => "/api/connection/details",
  },
} as const;
