import { cents } from "../money";
import type { Random } from "../random";
import type { VendorKey } from "../vendors";
import type { PlanKind, ProductSeed, SkuSeed } from "./product-seed";

const BRANDS: [VendorKey, string][] = [
  ["microsoft", "Microsoft"],
  ["google", "Google"],
  ["ibm", "IBM"],
  ["sophos", "Sophos"],
  ["adobe", "Adobe"],
  ["acronis", "Acronis"],
  ["aws", "AWS"],
  ["mcafee", "McAfee"],
  ["other", "Veritas"],
  ["other", "Citrix"],
  ["other", "Barracuda"],
  ["other", "Trend Micro"],
  ["other", "Zoom"],
  ["other", "DocuSign"],
  ["other", "Nutanix"],
];
const QUALITIES = [
  "Cloud",
  "Secure",
  "Smart",
  "Unified",
  "Hybrid",
  "Managed",
  "Advanced",
  "Essential",
  "Rapid",
  "Global",
];
const THINGS: [string, string][] = [
  ["Backup", "backup"],
  ["Mail", "productivity"],
  ["Identity", "identity"],
  ["Endpoint", "security"],
  ["Archive", "backup"],
  ["Meetings", "communication"],
  ["Storage", "infrastructure"],
  ["Analytics", "analytics"],
  ["Desktop", "device-management"],
  ["Firewall", "security"],
  ["Workflow", "business-apps"],
  ["Support", "services"],
  ["Design", "creative"],
  ["Voice", "communication"],
];
const EDITIONS = ["Standard", "Professional", "Enterprise"];
const KINDS: PlanKind[] = ["P1M:M", "P1Y:M", "P1Y:Y", "P3Y:Y", "flex", "trial", "promo", "P3Y:M"];
const CURRENCIES = [
  ["USD", "US"],
  ["USD", "US"],
  ["USD", "US"],
  ["EUR", "DE"],
  ["GBP", "GB"],
  ["CAD", "CA"],
] as const;

/**
 * Product number `index` of the big catalogs, with exactly `plans` plans over up to three SKUs. One in 40 is disabled,
 * one in 30 is not in the price book.
 */
export function generateProduct(index: number, plans: number, random: Random): ProductSeed {
  const [vendor, brand] = random.pick(BRANDS);
  const [thing, category] = random.pick(THINGS);
  const quality = random.pick(QUALITIES);
  const [currency, market] = random.pick(CURRENCIES);
  const name = `${brand} ${quality} ${thing} ${index}`;
  const base = cents(random.int(100, 9_000) / 100);
  const skuCount = Math.min(plans, random.int(1, 3));
  const skus: SkuSeed[] = Array.from({ length: skuCount }, (_, place) => ({
    id: `${thing}-${EDITIONS[place]}-${index}`,
    name: `${brand} ${quality} ${thing} ${EDITIONS[place]}`,
    external: `GEN${String(index).padStart(6, "0")}:000${place + 1}`,
    price: cents(base * (1 + place * 0.6)),
    plans: plansFor(place, skuCount, plans, random),
    max: random.chance(0.2) ? 300 : undefined,
  }));
  return {
    id: `${brand.replace(/\W/g, "")}${quality}${thing}-${index}-smp`,
    name,
    vendor,
    plain: true,
    categories: [category],
    caption: `${quality} ${thing.toLowerCase()} from ${brand}.`,
    description: `${name} for teams of every size.`,
    keywords: [thing.toLowerCase()],
    currency,
    market,
    skus: random.chance(1 / 30) ? skus.map((sku) => ({ ...sku, unavailable: true })) : skus,
    addOns: random.chance(0.2)
      ? [
          {
            id: `care-${index}`,
            name: `${thing} Premium Care`,
            external: `GENC${index}:0001`,
            price: cents(base / 4),
          },
        ]
      : undefined,
    disabled: random.chance(1 / 40),
  };
}

/** SKU `place` of `skuCount` gets its share of the plans, each of another kind. */
function plansFor(place: number, skuCount: number, plans: number, random: Random): PlanKind[] {
  const share = Math.floor(plans / skuCount) + (place < plans % skuCount ? 1 : 0);
  const start = random.int(0, KINDS.length - 1);
  return Array.from({ length: share }, (_, n) => KINDS[(start + n) % KINDS.length] ?? "P1Y:M");
}
