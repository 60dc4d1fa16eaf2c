import "server-only";
import { productMirror } from "@/lib/catalog/product-mirror";
import { customerMirror } from "@/lib/customers/customer-mirror";
import type { MirrorResource } from "@/lib/db/schema/mirror";
import type { MirrorSource } from "@/lib/mirror/mirror-source";

/** The one place that knows every mirrored resource; the engine knows none. In the order of a first fill. */
export const MIRROR_SOURCES: Partial<Record<MirrorResource, MirrorSource>> = {
  customers: customerMirror,
  products: productMirror,
};
