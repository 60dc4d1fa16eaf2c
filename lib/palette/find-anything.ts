import "server-only";
import { requireActor } from "@/lib/auth/require-permission";
import { findPlans } from "@/lib/catalog/find-plans";
import { findCustomersOf } from "@/lib/customers/find-customers";
import { foldedWords } from "@/lib/fold";
import { findOrders } from "@/lib/orders/find-orders";
import { routes } from "@/lib/routes";
import { findSubscriptions } from "@/lib/subscriptions/find-subscriptions";
import {
  type PaletteAnswer,
  type PaletteItem,
  type PaletteKind,
  PALETTE_GROUP_SIZE as SIZE,
} from "./schemas";

/**
 * Customers, plans, orders and subscriptions by name or id, best first, of what this person may see. A group in which
 * something has exactly the id that was typed comes first. Everybody who is signed in may look for all four; what each
 * sees of them is narrowed down where it is looked for.
 */
export async function findAnything(q: string): Promise<PaletteAnswer> {
  const actor = await requireActor();
  if (foldedWords(q).length === 0) return { groups: [] };
  const [customers, plans, orders, subscriptions] = await Promise.all([
    findCustomersOf(actor, q, SIZE),
    findPlans(actor, q, SIZE),
    findOrders(actor, q, SIZE),
    findSubscriptions(actor, q, SIZE),
  ]);
  const groups: { kind: PaletteKind; items: PaletteItem[] }[] = [
    {
      kind: "customer",
      items: customers.map(({ id, organization, domain, email }) => ({
        id,
        title: organization,
        detail: domain ?? email,
        href: routes.customer(id),
      })),
    },
    {
      kind: "plan",
      items: plans.map(({ productId, skuId, planId, title, detail, href }) => ({
        id: [productId, skuId, planId].join("/"),
        title,
        detail,
        href,
      })),
    },
    {
      kind: "order",
      items: orders.map(({ id, customerId, title, customerName }) => ({
        id,
        // People look for an order by its number, and have to see that it is that one.
        title: [id, title].filter(Boolean).join(" · "),
        detail: customerName,
        href: routes.order(customerId, id),
      })),
    },
    {
      kind: "subscription",
      items: subscriptions.map(({ id, customerId, name, customerName }) => ({
        id,
        title: name,
        detail: [customerName, id].filter(Boolean).join(" · "),
        href: routes.subscription(customerId, id),
      })),
    },
  ];
  const typed = q.trim();
  const found = groups.filter(({ items }) => items.length > 0);
  const isExact = ({ items }: (typeof groups)[number]) => items.some(({ id }) => id === typed);
  return { groups: [...found.filter(isExact), ...found.filter((group) => !isExact(group))] };
}
