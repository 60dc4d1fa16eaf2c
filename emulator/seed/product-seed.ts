import type { VendorKey } from "../vendors";

/**
 * How a plan is sold: `term:billing` as in part numbers, or a special kind. `trial` is a year after 30 free days,
 * `promo` a year that starts at half price, `flex` runs monthly without an end, `once` is bought for good, `usage` is
 * billed by use.
 */
export type PlanKind =
  | "P1M:M"
  | "P1Y:M"
  | "P1Y:Y"
  | "P3Y:M"
  | "P3Y:Y"
  | "P36M:M"
  | "trial"
  | "promo"
  | "flex"
  | "once"
  | "usage";

export type PlanSeed = {
  kind: PlanKind;
  /** Made from the kind when it is not given; not unique over products, as in Ion. */
  id?: string;
  displayName?: string;
  /** Per unit and billing period; made from the SKU's price when it is not given. */
  price?: number;
  partNumber?: string;
  min?: number;
  max?: number;
  approvalRequired?: boolean;
  /** In the catalog but not in the price book: cannot be ordered. */
  unavailable?: boolean;
  usages?: string[];
};

export type SkuSeed = {
  id: string;
  name: string;
  /** The vendor's `product:sku`. */
  external: string;
  alias?: string;
  description?: string;
  /** List price per unit and month with a year's commitment. */
  price: number;
  plans: (PlanKind | PlanSeed)[];
  addOns?: string[];
  unavailable?: boolean;
  unit?: string;
  vertical?: "Commercial" | "Corporate" | "Education" | "Charity" | "Government";
  max?: number;
};

export type UsageSeed = {
  id: string;
  unit: string;
  unitName: string;
  mode: "ALL_TIERS" | "TOP_TIER";
  /** Price per unit up to `max` units; "-1" is no limit. */
  tiers: { name: string; price: number; max: string }[];
};

export type AddOnSeed = {
  id: string;
  name: string;
  external: string;
  price: number;
  plans?: (PlanKind | PlanSeed)[];
};

export type DeploymentKind = "aws" | "acronis" | "azure-plan" | "gcp" | "ibm" | "sophos" | "sentinel";

export type ProductSeed = {
  id: string;
  name: string;
  vendor: VendorKey;
  categories: string[];
  caption: string;
  description: string;
  keywords?: string[];
  currency?: "USD" | "EUR" | "GBP" | "CAD";
  market?: string;
  skus: SkuSeed[];
  addOns?: AddOnSeed[];
  usages?: UsageSeed[];
  disabled?: boolean;
  cancelTiming?: "END_OF_TERM" | "IMMEDIATE";
  deployment?: DeploymentKind;
  promo?: boolean;
  /** Without the decoration that only the named products need: keeps the big catalogs small. */
  plain?: boolean;
};
