import { routes } from "@/lib/routes";

/** What a command was done to: of which kind, its id there, and where it can be looked at. */
export type AuditResource = {
  kind:
    | "audit"
    | "cart"
    | "carts"
    | "connection"
    | "customer"
    | "customers"
    | "list"
    | "order"
    | "orderSettings"
    | "product"
    | "run"
    | "subscription"
    | "user"
    | "view"
    | "views"
    | "other";
  id: string;
  href: string | null;
};

/** Reads the path in an entry, "customers/10/carts/7"; one that nobody knows any more is shown as it is. */
export function resourceOf(path: string): AuditResource {
  const [domain = "", id, part, partId = ""] = path.split("/");
  const plain = (kind: AuditResource["kind"], of: string, href: string | null = null) => ({
    kind,
    id: of,
    href,
  });
  if (domain === "customers") {
    if (id === undefined) return plain("customers", "", routes.customers());
    if (part === undefined) return plain("customer", id, routes.customer(id));
    if (part === "carts")
      return partId
        ? plain("cart", partId, routes.cart(id, partId))
        : plain("carts", id, routes.customerCarts(id));
    if (part === "orders" && partId) return plain("order", partId, routes.order(id, partId));
    if (part === "subscriptions" && partId)
      return plain("subscription", partId, routes.subscription(id, partId));
  }
  if (path === "account/orders") return plain("orderSettings", "", routes.adminOrders());
  if (domain === "products" && id) return plain("product", id, routes.product(id));
  if (domain === "users" && id) return plain("user", id);
  if (domain === "views") return id ? plain("view", id) : plain("views", "");
  if (domain === "mirror") return plain("run", partId || path, routes.adminSync());
  if (path === "audit") return plain("audit", "", routes.adminAudit());
  if (path === "connection") return plain("connection", "", routes.adminConnection());
  if (path === "catalog") return plain("list", path, routes.catalog());
  if (path === "orders") return plain("list", path, routes.orders());
  if (path === "subscriptions") return plain("list", path, routes.subscriptions());
  return plain("other", path);
}
