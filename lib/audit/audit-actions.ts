/**
 * Everything the audit log can say somebody did, as `<domain>:<verb>`. Each has its words in audit.json of every language;
 * audited-commands.test.ts finds a command that is missing here.
 */
export const AUDIT_ACTIONS = [
  "audit:check",
  "carts:add",
  "carts:add-add-on",
  "carts:create",
  "carts:delete",
  "carts:remove-add-on",
  "carts:remove-item",
  "carts:rename",
  "carts:restore-item",
  "carts:resume",
  "carts:save-for-later",
  "carts:set-quantity",
  "catalog:disable-product",
  "catalog:enable-product",
  "connection:renew",
  "connection:replace-token",
  "connection:test",
  "customers:assign",
  "customers:create",
  "customers:update",
  "lists:export",
  "mirror:apply",
  "mirror:discard",
  "orders:cancel",
  "orders:configure",
  "orders:confirm",
  "orders:due",
  "orders:late-answer",
  "orders:not-sent",
  "orders:place",
  "orders:recall",
  "orders:release",
  "orders:send",
  "orders:show-credentials",
  "session:sign-in",
  "session:sign-out",
  "views:change",
  "views:delete",
  "views:pin",
  "views:restore",
  "views:save",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export const AUDIT_OUTCOMES = ["done", "refused", "failed", "unknown"] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];
