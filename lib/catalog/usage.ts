import { z } from "zod";
import type { IonProduct } from "@/lib/ion/schemas/products";
import { inCurrency } from "./plan-price";
import type { Usage } from "./schemas";

const CHARGING: Record<string, Usage["charging"]> = { TOP_TIER: "top", ALL_TIERS: "graduated" };

const unitSchema = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  unitDisplayName: z.string().nullish(),
});

type Definition = NonNullable<IonProduct["definition"]>;

/** What a product counts and how it is priced. */
export type UsageModel = { usages: Definition["usages"]; unitNames: ReadonlyMap<string, string> };

/** Reads a product's usages with the names of their units; units that make no sense are left out. */
export function toUsageModel(definition: Definition | null): UsageModel {
  const units = (definition?.usageUnits ?? []).flatMap((unit) => unitSchema.safeParse(unit).data ?? []);
  return {
    usages: definition?.usages ?? [],
    unitNames: new Map(units.map((unit) => [unit.id, unit.unitDisplayName || unit.displayName || unit.id])),
  };
}

/** The tiers by which a plan's use is billed, in the plan's currency. Usages without tiers have nothing to show. */
export function toUsages(
  usageIds: readonly string[],
  { usages, unitNames }: UsageModel,
  currency: string | null,
): Usage[] {
  return usageIds.flatMap((id) => {
    const consumable = usages.find((usage) => usage.id === id)?.consumable;
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
      {
        id,
        unit: consumable.unit && (unitNames.get(consumable.unit) ?? consumable.unit),
        charging: CHARGING[consumable.chargeMode ?? ""] ?? "unknown",
        tiers,
      },
    ];
  });
}
