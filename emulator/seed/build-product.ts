import type { AddOn, Product, Sku } from "../catalog";
import { verticalName } from "../catalog-facets";
import { VENDORS } from "../vendors";
import { buildPlan } from "./build-plan";
import { buildDeployment } from "./deployments";
import type { AddOnSeed, ProductSeed, SkuSeed } from "./product-seed";

/** One catalog product of an account, in Ion's shape (CONTRACT.md section 2.3). Times are ISO 8601. */
export function buildProduct(
  accountId: string,
  seed: ProductSeed,
  createTime: string,
  updateTime: string,
): Product {
  const providerId = VENDORS[seed.vendor].providerId;
  const provider =
    providerId === undefined ? undefined : `accounts/${accountId}/cloudProviders/${providerId}`;
  let place = 0;
  const nextPlace = () => {
    place += 1;
    return place;
  };
  const skus = seed.skus.map((sku) => buildSku(accountId, seed, sku, provider, nextPlace));
  const addOns = (seed.addOns ?? []).map((addOn) => buildAddOn(seed, addOn, provider, nextPlace));
  const verticals = [...new Set(skus.flatMap((sku) => sku.verticals))];
  return {
    name: `accounts/${accountId}/products/${seed.id}`,
    id: seed.id,
    type: "SUBSCRIPTION_PRODUCT",
    disabled: seed.disabled ?? false,
    categories: seed.categories.map((id) => `accounts/${accountId}/categories/${id}`),
    verticals,
    hasUnpublishedChanges: false,
    hasPublishedVersions: true,
    marketing: marketingOf(seed),
    definition: {
      productLanguage: "en",
      supportedCurrencies: [seed.currency ?? "USD"],
      billingMode: "PREPAY",
      monthlyBillingCycleDay: "1",
      features: seed.plain
        ? undefined
        : [
            {
              id: "support",
              displayName: "Support",
              displayValue: "Included",
              description: "Help by mail and phone.",
            },
          ],
      usageUnits: seed.usages?.map((usage) => ({
        id: usage.unit,
        displayName: usage.unitName,
        description: usage.unitName,
        type: "USAGE_TYPE_CONSUMABLE",
        unitDisplayName: usage.unitName,
      })),
      usages: seed.usages?.map((usage) => ({
        id: usage.id,
        type: "USAGE_TYPE_CONSUMABLE",
        consumable: {
          unit: usage.unit,
          chargeMode: usage.mode,
          tiers: usage.tiers.map((tier) => ({
            displayName: tier.name,
            price: { [seed.currency ?? "USD"]: tier.price },
            max: tier.max,
          })),
        },
      })),
      skus,
      addOns: addOns.length > 0 ? addOns : undefined,
      priceLists: [{ id: "standard", plans: skus.flatMap((sku) => sku.plans.map((plan) => plan.id)) }],
      defaultPriceList: "standard",
      changeRules: skus.length > 1 ? changeRulesOf(skus) : undefined,
      customFields: [
        { name: "ProvisioningCategory", content: VENDORS[seed.vendor].provisioningCategory, type: "STRING" },
        ...(seed.promo ? [{ name: "promo", content: "true", type: "STRING" }] : []),
      ],
      supportPlans: seed.plain
        ? undefined
        : [{ name: "standard", default: true, id: "standard", displayName: "Standard support" }],
    },
    deployment:
      seed.deployment && buildDeployment(seed.deployment, `accounts/${accountId}/products/${seed.id}`),
    allowSubscriptionSwitch: true,
    termUid: `term-${VENDORS[seed.vendor].shortName}`,
    isSharedProduct: true,
    hideFromMarketplace: false,
    tagsValues: seed.plain
      ? undefined
      : [
          {
            name: `accounts/${accountId}/tags/vendor/values/${seed.vendor}`,
            displayName: VENDORS[seed.vendor].displayName,
            tagDisplayName: "Vendor",
            tagName: `accounts/${accountId}/tags/vendor`,
          },
        ],
    createTime,
    updateTime,
  };
}

function marketingOf(seed: ProductSeed): Product["marketing"] {
  const slug = seed.id.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return {
    displayName: seed.name,
    caption: seed.caption,
    description: seed.description,
    searchKeywords: seed.keywords,
    defaultImage: seed.plain
      ? undefined
      : {
          title: seed.name,
          content: `https://assets.ion.example/products/${slug}.png`,
          type: "MEDIA_TYPE_IMAGE",
        },
    banner: seed.plain ? undefined : { content: "#1f4e79", type: "BANNER_TYPE_COLOR" },
    faqs: seed.plain ? undefined : [{ question: "Who bills me?", answer: "Your reseller." }],
    supportInfo: seed.plain
      ? undefined
      : [{ title: "Support", content: "<p>Your reseller is the first to ask.</p>" }],
    moreInfoUrl: seed.plain ? undefined : `https://www.ion.example/products/${slug}`,
  };
}

function buildSku(
  accountId: string,
  product: ProductSeed,
  seed: SkuSeed,
  provider: string | undefined,
  nextPlace: () => number,
): Sku {
  const plans = seed.plans.map((plan) => buildPlan(product, seed, plan, nextPlace()));
  const first = plans[0];
  return {
    id: seed.id,
    displayName: seed.name,
    description: seed.description ?? `${seed.name}. ${product.caption}`,
    cancelTiming: product.cancelTiming ?? "END_OF_TERM",
    availableAddOns: seed.addOns ?? product.addOns?.map((addOn) => addOn.id),
    features: product.plain ? undefined : [{ feature: "support", displayValue: "Included" }],
    plans,
    taxCode: "SW054000",
    productId: seed.external,
    productCloudProviderName: provider,
    pricebookPrice: first?.pricebookPrice,
    pricebookMasterPrice: first?.pricebookMasterPrice,
    pricebookCurrency: first?.pricebookCurrency,
    pricebookDetails: product.plain
      ? undefined
      : {
          SkuDescription: seed.name,
          Market: product.market ?? "US",
          UnitOfMeasure: seed.unit ?? "Licenses",
        },
    productAvailability: !seed.unavailable,
    alias: seed.alias,
    verticals: [verticalName(accountId, seed.vertical ?? "Commercial")],
    disabled: false,
  };
}

function buildAddOn(
  product: ProductSeed,
  seed: AddOnSeed,
  provider: string | undefined,
  nextPlace: () => number,
): AddOn {
  const sku: SkuSeed = {
    id: seed.id,
    name: seed.name,
    external: seed.external,
    price: seed.price,
    plans: seed.plans ?? ["P1M:M", "P1Y:M"],
  };
  const plans = sku.plans.map((plan) => ({
    ...buildPlan(product, sku, plan, nextPlace()),
    id: `${seed.id}-n${nextPlace()}`,
  }));
  const first = plans[0];
  return {
    id: seed.id,
    displayName: seed.name,
    description: `${seed.name}, on top of ${product.name}.`,
    alignment: "SUBSCRIPTION_DATE",
    cancelTiming: "END_OF_TERM",
    allowMultiple: false,
    plans,
    productId: seed.external,
    pricebookPrice: first?.pricebookPrice,
    pricebookMasterPrice: first?.pricebookMasterPrice,
    pricebookCurrency: first?.pricebookCurrency,
    productAvailability: true,
    productCloudProviderName: provider,
  };
}

/** From each SKU to the next dearer one, at once. */
function changeRulesOf(skus: Sku[]): unknown[] {
  return skus.slice(0, -1).map((sku, index) => ({
    id: `upgrade-${index + 1}`,
    type: "UPGRADE",
    conditions: { fromSku: sku.id, toSku: skus[index + 1]?.id, fromPriceList: "standard" },
    actions: { toPriceList: "standard", changeTiming: "IMMEDIATE", phaseAlignment: "START_OF_SUBSCRIPTION" },
  }));
}
