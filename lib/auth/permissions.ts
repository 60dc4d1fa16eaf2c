/** The three kinds of people, as the design names them. */
export const ROLES = ["owner", "admin", "sales"] as const;
export type Role = (typeof ROLES)[number];

/** The one table of who may do what. Scoping to assigned customers (sales) comes on top, see `require-permission.ts`. */
const GRANTS = {
  "customers:read": ["owner", "admin", "sales"],
  "customers:write": ["owner", "admin"],
  "catalog:read": ["owner", "admin", "sales"],
  "catalog:manage": ["owner", "admin"],
  "prices:cost": ["owner", "admin"],
  "carts:read": ["owner", "admin", "sales"],
  "carts:write": ["owner", "admin", "sales"],
  "orders:read": ["owner", "admin", "sales"],
  "orders:place": ["owner", "admin", "sales"],
  "orders:place-above-limit": ["owner", "admin"],
  "orders:cancel": ["owner", "admin"],
  "orders:configure": ["owner"],
  "subscriptions:read": ["owner", "admin", "sales"],
  "connection:manage": ["owner"],
  "audit:read": ["owner"],
  "mirror:sync": ["owner", "admin", "sales"],
  "mirror:manage": ["owner", "admin"],
  "views:share": ["owner", "admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof GRANTS;

export const PERMISSIONS = Object.keys(GRANTS) as Permission[];

/** True when the role holds the permission; knows nothing of customers. */
export function roleMay(role: Role, permission: Permission): boolean {
  return (GRANTS[permission] as readonly Role[]).includes(role);
}
