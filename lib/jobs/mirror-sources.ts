import "server-only";
import { productMirror } from "@/lib/catalog/product-mirror";
import { customerMirror } from "@/lib/customers/customer-mirror";
import type { MirrorResource } from "@/lib/db/schema/mirror";
import type { MirrorSource } from "@/lib/mirror/mirror-source";
import { orderMirror } from "@/lib/orders/order-mirror";
import { subscriptionMirror } from "@/lib/subscriptions/subscription-mirror";

/** The one place that knows every mirrored resource; the engine knows none. In the order of a first fill. */
export const MIRROR_SOURCES: Record<MirrorResource, MirrorSource> = {
  customers: customerMirror,
  products: productMirror,
  orders: orderMirror,
  subscriptions: subscriptionMirror,
};
