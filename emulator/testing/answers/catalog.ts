// The catalog, CONTRACT.md section 2.3.
import { z } from "zod";
import { amount, currency, time } from "./primitives";

const prices = z.record(currency, z.number());
const phase = z.strictObject({
  type: z.enum(["TRIAL_PHASE", "DISCOUNT_PHASE", "FIXED_PHASE", "UNLIMITED_PHASE"]),
  duration: z
    .strictObject({
      unit: z.enum(["MINUTE", "HOUR", "DAY", "MONTH", "QUARTER", "YEAR", "UNLIMITED"]),
      count: z.number().int().optional(),
      unlimited: z.boolean().optional(),
    })
    .optional(),
  fixedPrice: prices.optional(),
  recurringPrice: prices.optional(),
  usages: z.array(z.string()).optional(),
});

const priced = {
  productId: z.string(),
  pricebookPrice: amount.optional(),
  pricebookMasterPrice: amount.optional(),
  pricebookCurrency: currency.optional(),
  productAvailability: z.boolean(),
  pricebookDetails: z.record(z.string(), z.string()).optional(),
};

const supportPlan = z.strictObject({
  name: z.string(),
  default: z.boolean(),
  id: z.string(),
  displayName: z.string(),
});

const plan = z.strictObject({
  id: z.string(),
  displayName: z.string(),
  billingPeriod: z.enum(["ONE_TIME", "WEEKLY", "BIWEEKLY", "MONTHLY", "QUARTERLY", "BIANNUAL", "ANNUAL"]),
  approvalRequired: z.boolean(),
  phases: z.array(phase).min(1),
  icon: z.string().optional(),
  supportPlan: supportPlan.optional(),
  ...priced,
});

const cancelTiming = z.enum(["END_OF_TERM", "IMMEDIATE"]);
const sku = z.strictObject({
  id: z.string(),
  displayName: z.string(),
  description: z.string(),
  cancelTiming,
  includedAddOns: z.array(z.string()).optional(),
  availableAddOns: z.array(z.string()).optional(),
  features: z.array(z.strictObject({ feature: z.string(), displayValue: z.string() })).optional(),
  plans: z.array(plan).min(1),
  taxCode: z.string().optional(),
  productCloudProviderName: z
    .string()
    .regex(/^accounts\/\d+\/cloudProviders\/\d+$/)
    .optional(),
  alias: z.string().optional(),
  verticals: z.array(z.string().regex(/^accounts\/\d+\/verticals\//)),
  disabled: z.boolean(),
  supportPlans: z.array(supportPlan).optional(),
  ...priced,
});

const addOn = z.strictObject({
  id: z.string(),
  displayName: z.string(),
  description: z.string(),
  alignment: z.enum(["PURCHASE_DATE", "SUBSCRIPTION_DATE"]),
  cancelTiming,
  allowMultiple: z.boolean(),
  plans: z.array(plan).min(1),
  taxCode: z.string().optional(),
  alias: z.string().optional(),
  icon: z.string().optional(),
  productCloudProviderName: z.string().optional(),
  ...priced,
});

const definition = z.strictObject({
  productLanguage: z.string(),
  supportedCurrencies: z.array(currency),
  billingMode: z.enum(["PREPAY", "POSTPAY"]),
  monthlyBillingCycleDay: z.string(),
  features: z
    .array(
      z.strictObject({
        id: z.string(),
        displayName: z.string(),
        displayValue: z.string(),
        description: z.string(),
      }),
    )
    .optional(),
  usageUnits: z.array(z.record(z.string(), z.string())).optional(),
  usages: z
    .array(
      z.strictObject({
        id: z.string(),
        type: z.enum(["USAGE_TYPE_CONSUMABLE", "USAGE_TYPE_CAPACITY"]),
        consumable: z.strictObject({
          unit: z.string(),
          chargeMode: z.enum(["TOP_TIER", "ALL_TIERS"]),
          tiers: z.array(
            z.strictObject({ displayName: z.string(), price: prices, max: z.string().regex(/^-1$|^\d+$/) }),
          ),
        }),
      }),
    )
    .optional(),
  skus: z.array(sku).min(1),
  addOns: z.array(addOn).optional(),
  priceLists: z.array(z.strictObject({ id: z.string(), plans: z.array(z.string()) })),
  defaultPriceList: z.string(),
  changeRules: z
    .array(
      z.strictObject({
        id: z.string(),
        type: z.enum(["UPGRADE", "DOWNGRADE", "SWITCH"]),
        conditions: z.record(z.string(), z.unknown()),
        actions: z.record(z.string(), z.string()),
      }),
    )
    .optional(),
  overdueConfig: z.unknown().optional(),
  paymentMethods: z.unknown().optional(),
  customFields: z.array(
    z.strictObject({ name: z.string(), content: z.string(), type: z.enum(["STRING", "PRIVATE_BINARY"]) }),
  ),
  supportPlans: z.array(supportPlan).optional(),
});

export const productBody = z.strictObject({
  name: z.string().regex(/^accounts\/\d+\/products\//),
  id: z.string(),
  type: z.literal("SUBSCRIPTION_PRODUCT"),
  disabled: z.boolean(),
  categories: z.array(z.string().regex(/^accounts\/\d+\/categories\//)),
  verticals: z.array(z.string().regex(/^accounts\/\d+\/verticals\//)),
  hasUnpublishedChanges: z.boolean(),
  hasPublishedVersions: z.boolean(),
  marketing: z
    .looseObject({ displayName: z.string(), caption: z.string(), description: z.string() })
    .optional(),
  definition: definition.optional(),
  deployment: z
    .strictObject({ deployments: z.array(z.looseObject({ event: z.string() })), successMessage: z.string() })
    .optional(),
  versionHistory: z
    .array(z.strictObject({ name: z.string(), effectiveDate: time, inactiveDate: time.optional() }))
    .optional(),
  allowSubscriptionSwitch: z.boolean(),
  idsInUse: z.array(z.string()).optional(),
  termUid: z.string(),
  previewAuthToken: z.string().optional(),
  isSharedProduct: z.boolean(),
  hideFromMarketplace: z.boolean(),
  etag: z.string().optional(),
  tagsValues: z
    .array(
      z.strictObject({
        name: z.string(),
        displayName: z.string(),
        tagDisplayName: z.string(),
        tagName: z.string(),
      }),
    )
    .optional(),
  createTime: time,
  updateTime: time,
});

export const productList = z.strictObject({
  products: z.array(productBody.omit({ versionHistory: true, etag: true, previewAuthToken: true })),
  nextPageToken: z.string().min(1).optional(),
});

export const categoriesBody = z.strictObject({
  categories: z.array(
    z.strictObject({
      name: z.string(),
      displayName: z.string(),
      count: z.number().int(),
      description: z.string(),
      icon: z.array(z.string()),
      banner: z.array(z.string()),
      logos: z.array(z.string()),
      features: z.array(z.unknown()),
      externalLink: z.string(),
      parent: z.string().optional(),
      children: z.array(z.string()),
    }),
  ),
});

export const verticalsBody = z.strictObject({
  verticals: z.array(z.strictObject({ name: z.string(), displayName: z.string(), description: z.string() })),
});

export const chargesBody = z.strictObject({
  charges: z.array(
    z.strictObject({
      name: z.string(),
      chargeName: z.string(),
      planType: z.enum(["FIXED_AMOUNT", "FIXED_PERCENT", "TIERED"]),
      applyRateTo: z.enum(["CUSTOMER_COST", "SELLER_COST"]),
      default: z.boolean(),
      passThrough: z.boolean(),
      currency,
      tiers: z.array(
        z.strictObject({ name: z.string(), value: z.number(), type: z.enum(["PERCENT", "FIXED"]) }),
      ),
      createTime: time,
      updateTime: time,
    }),
  ),
});

export const pricingBody = z.strictObject({
  plans: z.array(
    z.strictObject({
      productId: z.string(),
      pricebookPrice: amount.optional(),
      pricebookMasterPrice: amount.optional(),
      pricebookCurrency: currency.optional(),
      productAvailability: z.boolean(),
      pricebookDetails: z.strictObject({
        SkuDescription: z.string(),
        Market: z.string(),
        ProductId: z.string(),
        SkuId: z.number().int(),
        UnitOfMeasure: z.string(),
      }),
      supportPlan: z.strictObject({ pricebookCost: z.number().int(), accountCost: z.number().int() }),
    }),
  ),
});

const program = z.strictObject({
  programDisplayName: z.string(),
  programName: z.string(),
  description: z.string(),
  productName: z.string(),
  productWasAdded: z.boolean(),
});
export const programsBody = z.strictObject({ programs: z.array(program) });
export const programBatchBody = z.strictObject({ programs: z.array(program.extend({ name: z.string() })) });
