import type { IonUsage } from "@/lib/ion/schemas/product-definition";
import { inCurrency } from "./plan-price";
import type { Usage } from "./schemas";

const CHARGING: Record<string, Usage["charging"]> = { TOP_TIER: "top", ALL_TIERS: "graduated" };

/** The tiers by which a plan's use is billed, in the plan's currency. Usages without tiers have nothing to show. */
export function toUsages(
  usageIds: readonly string[],
  definitions: readonly IonUsage[],
  currency: string | null,
): Usage[] {
  return usageIds.flatMap((id) => {
    const consumable = definitions.find((usage) => usage.id === id)?.consumable;
    if (!consumable || consumable.tiers.length === 0) return [];
    let from = 1;
    const tiers = consumable.tiers.map((tier) => {
      const read = {
        name: tier.displayName,
        from,
        to: tier.max,
        price: inCurrency(tier.prices, currency),
      };
      from = (tier.max ?? from) + 1;
      return read;
    });
    return [
      { id, unit: consumable.unit, charging: CHARGING[consumable.chargeMode ?? ""] ?? "unknown", tiers },
    ];
  });
}
