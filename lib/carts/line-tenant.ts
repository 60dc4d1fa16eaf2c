import "server-only";
import type { CloudProfile } from "@/lib/customers/schemas";
import { type TenantDecision, tenantState } from "@/lib/customers/tenant-state";
import type { IonOrder } from "@/lib/ion/schemas/orders";
import { chooseTemplate, type TemplateChoice } from "@/lib/provisioning/choose-template";
import type { CartAccess } from "./cart-access";
import { kept } from "./kept";

/** What the order of a line does to the customer's tenant, and which questions follow. */
export type LineTenant = {
  decision: TenantDecision;
  choice: TemplateChoice;
  /** An order that is making the tenant right now: a second one would make a second tenant. */
  tenantOrder: TenantOrder | null;
};

/** `isStuck`: so old that waiting for it makes no sense; a person has to say that there is no tenant. */
export type TenantOrder = { orderId: string; isStuck: boolean };

/** Who provisions a line: the vendor's name and the provider's, in any spelling. */
export type LineProvider = { providerId: string | null; vendor: string | null; providerName: string | null };

const NEW_TENANT = "microsoft-new-tenant";
const EVIDENCE_AGE_MS = 15_000;
const STUCK_AFTER_MS = 7 * 24 * 60 * 60_000;
const ORDERS_LOOKED_AT = 50;

/**
 * Decides from the customer's cloud profiles whether a line goes into a tenant or makes one. Before a new Microsoft tenant
 * is said, existing subscriptions and orders under way are looked at, since Ion's profiles may not know yet and a second
 * tenant can't be undone. CONTRACT.md sections 2.2 and 8.15. Throws IonError.
 */
export async function decideTenant(
  access: CartAccess,
  profiles: readonly CloudProfile[] | null,
  { providerId, vendor, providerName }: LineProvider,
  { fresh = false }: { fresh?: boolean } = {},
): Promise<LineTenant> {
  const name = [vendor, providerName].filter(Boolean).join(" ") || null;
  const decide = (evidence?: { hasSubscription: boolean }) => {
    const decision = tenantState(profiles, { providerId, name }, evidence);
    const choice = chooseTemplate({
      vendor: vendor ?? "",
      provider: providerName ?? "",
      tenantState: decision.state,
      intent: "create",
    });
    return { decision, choice, tenantOrder: null };
  };
  const first = decide();
  if (first.choice.reason !== NEW_TENANT) return first;
  const maxAgeMs = fresh ? 0 : EVIDENCE_AGE_MS;
  const key = `${access.actor.accountId}/${access.customerId}/${providerId}`;
  const [hasSubscription, tenantOrder] = await Promise.all([
    kept({ key: `subscribed ${key}`, maxAgeMs }, () => hasSubscriptionAt(access, providerId)),
    kept({ key: `new tenant ${key}`, maxAgeMs }, () => findTenantOrder(access)),
  ]);
  return hasSubscription ? decide({ hasSubscription }) : { ...first, tenantOrder };
}

/** A subscription that never came to be proves nothing. */
const NEVER_WAS = new Set(["ERROR", "FAILED"]);

async function hasSubscriptionAt(
  { ion, customerId }: CartAccess,
  providerId: string | null,
): Promise<boolean> {
  if (providerId === null) return false;
  for await (const subscription of ion.subscriptions.listAll({ filters: { customerId, providerId } })) {
    if (subscription.customerId === customerId && !NEVER_WAS.has(subscription.status ?? "")) return true;
  }
  return false;
}

async function findTenantOrder({ ion, customerId }: CartAccess): Promise<TenantOrder | null> {
  // The account's list is the one that Ion sorts, newest first.
  const { orders } = await ion.orders.listForAccount({
    customerIds: [customerId],
    pageSize: ORDERS_LOOKED_AT,
  });
  const order = orders.find((one) => one.customerId === customerId && makesTenant(one));
  if (!order) return null;
  const ageMs = order.createdAt ? Date.now() - Date.parse(order.createdAt) : 0;
  return { orderId: order.id, isStuck: ageMs > STUCK_AFTER_MS };
}

/** An order under way with the attributes of a new tenant. Source: CONTRACT.md section 4, rows 1 and 2. */
export function makesTenant({ state, items }: Pick<IonOrder, "state" | "items">): boolean {
  if (state !== "pending" && state !== "running") return false;
  return items.some(({ action, attributes }) => {
    const names = new Set(attributes.map((attribute) => attribute.name));
    return action === "CREATE" && names.has("domainName") && !names.has("operations");
  });
}
