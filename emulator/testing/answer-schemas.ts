import { z } from "zod";

/**
 * Every answer of section 2 of CONTRACT.md, written from that text and from nothing in this folder: strict objects, so
 * that a field the contract does not know is a failed test.
 */
const time = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
const digits = z.string().regex(/^\d+$/);
const currency = z.string().regex(/^[A-Z]{3}$/);
const requestId = z.string().regex(/^[0-9a-f]{20}$/);
const attribute = z.strictObject({ name: z.string().min(1), value: z.string() });
/** A number that float32 can hold. */
const amount = z.number().refine((value) => Math.fround(value) === value, "not a float32 amount");

export const standardErrorBody = z.strictObject({
  error: z.string().regex(/^[A-Z_]+$/),
  message: z.string().min(1),
  code: z.number(),
  details: z.tuple([
    z.strictObject({ "@type": z.literal("type.googleapis.com/google.rpc.RequestInfo"), requestId }),
  ]),
});

export const preconditionBody = z.strictObject({
  error: z.literal("FAILED_PRECONDITION"),
  message: z.string(),
  code: z.literal(412),
  details: z.tuple([
    z.strictObject({
      "@type": z.literal("type.googleapis.com/google.rpc.RequestInfo"),
      requestId,
      referenceEntity: z.enum(["primaryContactEmail", "languageCode"]),
      code: z.enum(["CUS-CR-001", "CUS-CR-002"]),
      detail: z.string(),
    }),
  ]),
});

export const validationBody = z.strictObject({
  error: z.literal("BAD_REQUEST: Invalid provisioning data"),
  message: z.literal("BAD_REQUEST: Invalid provisioning data"),
  code: z.literal(3),
  details: z.tuple([
    z.strictObject({
      "@type": z.literal("type.googleapis.com/v3orberrors.ErrorBody"),
      requestId,
      errors: z
        .array(z.strictObject({ code: z.string().regex(/^COMM-VL-00\d ?$/), detail: z.string() }))
        .min(1),
    }),
  ]),
});

export const tokenBody = z.strictObject({
  access_token: z.string().min(20),
  expires_in: z.literal(7200),
  refresh_token: z.string().min(20),
  token_type: z.literal("Bearer"),
});

const address = z.strictObject({
  street: z.string(),
  suite: z.string().min(1).optional(),
  city: z.string(),
  state: z.string(),
  zip: z.string(),
  country: z.string().length(2),
});

const listedCustomer = z.strictObject({
  name: z.string().regex(/^accounts\/\d+\/customers\/\d+$/),
  customerOrganization: z.string(),
  customerAddress: address,
  customerName: z.string(),
  customerEmail: z.string(),
  customerPhone: z.string().min(1).optional(),
  customerTitle: z.string().min(1).optional(),
  createTime: time,
  updateTime: time,
  languageCode: z.string().length(2),
  uid: z.string(),
  customerStatus: z.enum(["ACTIVE", "INACTIVE", "CUSTOMER_STATUS_UNSPECIFIED"]),
});

export const customerList = z.strictObject({
  customers: z.array(listedCustomer),
  nextPageToken: z.string().min(1).optional(),
});

export const customerBody = listedCustomer.extend({
  alternateEmail: z.string().min(1).optional(),
  customerDomain: z.string().min(1).optional(),
  primaryContactFirstName: z.string().optional(),
  primaryContactLastName: z.string().optional(),
  customerCustomFields: z.strictObject({ key: z.string(), value: z.string() }).optional(),
});

export const newCustomerBody = customerBody.extend({
  user: z.strictObject({
    name: z.string(),
    userName: z.string(),
    email: z.string(),
    userStatus: z.literal("ACTIVE"),
    password: z.string().min(12),
    createTime: time,
    updateTime: time,
  }),
});

export const cloudProfilesBody = z.strictObject({
  customerId: digits,
  customerOrganization: z.string(),
  customerCloudProfiles: z.array(
    z.strictObject({
      providerId: digits,
      displayName: z.string(),
      shortName: z.string(),
      enabled: z.boolean(),
      customerTenantId: z.string().optional(),
      customerDomain: z.string().optional(),
      agreementStatus: z.string().optional(),
      allowDelegatedAccess: z.boolean().optional(),
      gdapStatus: z.string().optional(),
      gdapLevel: z.string().optional(),
      gdapRoles: z.array(z.string()).optional(),
      billingAccounts: z.string().optional(),
      passRiOptimization: z.boolean().optional(),
      discountedRiOptimization: z.boolean().optional(),
    }),
  ),
});

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
  features: z.array(
    z.strictObject({
      id: z.string(),
      displayName: z.string(),
      displayValue: z.string(),
      description: z.string(),
    }),
  ),
  usageUnits: z.array(z.record(z.string(), z.string())),
  usages: z.array(
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
  ),
  skus: z.array(sku).min(1),
  addOns: z.array(addOn).optional(),
  priceLists: z.array(z.strictObject({ id: z.string(), plans: z.array(z.string()) })),
  defaultPriceList: z.string(),
  changeRules: z.array(
    z.strictObject({
      id: z.string(),
      type: z.enum(["UPGRADE", "DOWNGRADE", "SWITCH"]),
      conditions: z.record(z.string(), z.unknown()),
      actions: z.record(z.string(), z.string()),
    }),
  ),
  overdueConfig: z.unknown().optional(),
  paymentMethods: z.unknown().optional(),
  customFields: z.array(
    z.strictObject({ name: z.string(), content: z.string(), type: z.enum(["STRING", "PRIVATE_BINARY"]) }),
  ),
  supportPlans: z.array(supportPlan),
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
  idsInUse: z.array(z.string()),
  termUid: z.string(),
  previewAuthToken: z.string().optional(),
  isSharedProduct: z.boolean(),
  hideFromMarketplace: z.boolean(),
  etag: z.string().optional(),
  tagsValues: z.array(
    z.strictObject({
      name: z.string(),
      displayName: z.string(),
      tagDisplayName: z.string(),
      tagName: z.string(),
    }),
  ),
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

const payment = z.strictObject({ paymentType: z.string().optional(), creditCardName: z.string().optional() });

export const cartBody = z.strictObject({
  name: z.string().regex(/^customers\/\d+\/carts\/\d+$/),
  cartDisplayName: z.string(),
  userName: z.string(),
  payment: payment.optional(),
  status: z.enum(["OPEN", "SAVED_FOR_LATER", "CHECKED_OUT", "QUOTE"]),
  currencyCode: currency,
  totalItems: z.number().int().positive().optional(),
});
export const cartList = z.strictObject({ carts: z.array(cartBody.omit({ totalItems: true })) });

const money = z.strictObject({ currency, value: amount });
const cartItem = z.strictObject({
  name: z.string().regex(/^customers\/\d+\/carts\/\d+\/cartItems\/\d+$/),
  cartName: z.string(),
  userName: z.string(),
  title: z.string(),
  planName: z.string(),
  period: z.enum(["MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "QUARTER", "YEAR", "ONE_TIME"]),
  status: z.enum(["DRAFT", "PENDING", "ACTIVE"]),
  payment: payment.optional(),
  quantity: z.number().int().positive(),
  recurringPrice: money,
  currencyCode: currency,
  termUid: z.string(),
  checkedOut: z.enum(["UNSPECIFIED", "SUCCESS", "FAILED"]),
  ownerId: z.string(),
  productType: z.enum(["PRODUCT", "ADDON"]),
});
const cartAddOn = z.strictObject({
  planId: z.string(),
  displayName: z.string(),
  parent: z.string().optional(),
  parentIdentifier: z.string().optional(),
  quantity: z.number().int(),
  quantitySpec: z.strictObject({ isRequired: z.boolean(), minQuantity: z.number(), maxQuantity: z.number() }),
  recurringPrice: money,
});

/** Create and update: with the upfront value and more. */
export const writtenCartItem = cartItem.extend({
  upfrontPrice: money,
  addOns: cartAddOn.extend({ upfrontPrice: money }).optional(),
  paymentSpec: z.strictObject({
    offlineAllowed: z.boolean(),
    creditCardsAllowed: z.boolean(),
    immutable: z.boolean(),
  }),
  taxesEnabled: z.boolean(),
  termsContent: z.string(),
  purchaseInfo: z.strictObject({
    hasDeploymentActions: z.boolean(),
    hasConsumptionBilling: z.boolean(),
    createdSubscriptionName: z.string().optional(),
  }),
});

/** List and get: the upfront price has a currency only. */
export const readCartItem = cartItem.extend({
  upfrontPrice: z.strictObject({ currency }),
  addOns: cartAddOn.extend({ upfrontPrice: z.strictObject({ currency }) }).optional(),
  paymentSpec: z.strictObject({ offlineAllowed: z.boolean(), immutable: z.boolean() }),
});
export const cartItemList = z.strictObject({ cartitems: z.array(readCartItem) });

const provisioningInfo = z.strictObject({
  processId: z.string(),
  processName: z.string(),
  details: z.string().optional(),
});
const orderError = z.strictObject({
  code: z.string(),
  detail: z.string(),
  sourceName: z.string(),
  instancePath: z.string(),
});

const orderItem = z.strictObject({
  name: z.string().regex(/^accounts\/\d+\/customers\/\d+\/orders\/\d+\/orderItems\/\d+$/),
  referenceId: z.string().optional(),
  action: z.enum(["CREATE", "UPDATE"]),
  purchaseIntention: z.literal("New Purchase").optional(),
  resourceId: z.string().optional(),
  productId: z.string(),
  skuId: z.string(),
  mfgPartNumber: z.string(),
  planId: z.string(),
  quantity: z.number().int().positive(),
  providerName: z.string().regex(/^[A-Z]+$/),
  price: amount.positive().optional(),
  cost: amount.positive().optional(),
  msrp: amount.positive().optional(),
  currencyCode: currency,
  subTotal: amount.positive().optional(),
  endCustomerPO: z.string().optional(),
  resellerPO: z.string().optional(),
  addOns: z
    .array(
      z.strictObject({
        id: z.string(),
        addOnId: z.string(),
        planId: z.string(),
        action: z.string(),
        quantity: z.number(),
      }),
    )
    .optional(),
  attributes: z.array(attribute),
  catalogAttributes: z.array(attribute).optional(),
  cartItemId: digits.optional(),
  status: z.string().regex(/^[A-Z_]+$/),
  errors: z.array(orderError).optional(),
  provisioningInfo: provisioningInfo.optional(),
  additionalInformation: z.string().optional(),
  createTime: time,
  updateTime: time,
  pricingInfo: z.literal("Pricebook price"),
  wqmTaskStatus: z.string(),
  productName: z.string(),
  skuName: z.string(),
  planName: z.string(),
  productOwnerCountryCode: z.string().length(2),
});

export const orderStatus = z.enum([
  "NEW",
  "CONFIRMED",
  "ON_HOLD",
  "COMPLETED",
  "ERROR",
  "CANCELED",
  "IN_PROGRESS",
]);

export const orderBody = z.strictObject({
  name: z.string().regex(/^accounts\/\d+\/customers\/\d+\/orders\/\d+$/),
  orderId: digits,
  referenceId: z.string().optional(),
  displayName: z.string().optional(),
  userId: digits,
  userName: z.string(),
  userEmail: z.string(),
  status: orderStatus,
  currencyCode: currency.optional(),
  total: amount.positive().optional(),
  portal: z.literal("v3"),
  cartId: digits.optional(),
  errors: z.array(orderError).optional(),
  orderItems: z.array(orderItem).min(1),
  provisioningInfo,
  createTime: time,
  updateTime: time,
  scheduledAt: time,
});

export const orderList = z.strictObject({
  orders: z.array(orderBody),
  nextPageToken: z.string().min(1).optional(),
  totalCount: z.number().int(),
});

const wholeNumber = z.number().int();
export const checkoutBody = z.strictObject({
  name: z.string(),
  referenceId: z.string().regex(/^customers\/\d+\/carts\/\d+$/),
  displayName: z.string().regex(/^Cart - \d{13}$/),
  userId: wholeNumber,
  userName: z.string(),
  userEmail: z.string(),
  status: orderStatus,
  currencyCode: currency.optional(),
  total: wholeNumber.optional(),
  cartId: wholeNumber,
  orderItems: z.array(
    z.strictObject({
      name: z.string(),
      referenceId: z.string(),
      action: z.literal("CREATE"),
      resourceId: z.string().optional(),
      productId: z.string(),
      skuId: z.string(),
      planId: z.string(),
      quantity: wholeNumber,
      providerName: z.string(),
      price: wholeNumber.optional(),
      cost: wholeNumber.optional(),
      currencyCode: currency,
      subTotal: wholeNumber.optional(),
      cartItemId: wholeNumber,
      status: z.string(),
      provisioningInfo: provisioningInfo.optional(),
      createTime: time,
      updateTime: time,
    }),
  ),
  provisioningInfo,
  createTime: time,
  updateTime: time,
});

export const subscriptionBody = z.strictObject({
  id: digits,
  customerId: digits,
  resellerId: digits,
  isvId: digits,
  cloudProviderId: digits,
  subscriptionId: z.string().min(1),
  subscriptionName: z.string(),
  resourceType: z.string().regex(/^[A-Z]+::[A-Za-z]+$/),
  ccpProductId: z.string(),
  ccpSkuId: z.string(),
  ccpPlanId: z.string(),
  subscriptionProductId: z.string(),
  subscriptionSkuId: z.string(),
  subscriptionOfferId: z.string(),
  subscriptionTotalLicenses: digits,
  unitType: z.string(),
  subscriptionStatus: z.string().regex(/^[a-z_]+$/),
  subscriptionPurchasedDate: time,
  subscriptionStartDate: time,
  subscriptionEndDate: time,
  cancellationAllowedUntilDate: time.optional(),
  renewalDate: time.optional(),
  lastUpdatedDate: time,
  subscriptionBillingType: z.enum(["license", "usage"]),
  subscriptionBillingCycle: z.string(),
  subscriptionBillingTerm: z.string(),
  subscriptionRenewStatus: z.enum(["ENABLED", "DISABLED"]),
  autoRenew: z.boolean(),
  isTrial: z.boolean(),
  billingCurrency: currency,
  customerCost: amount,
  price: amount,
  cost: amount,
  margin: amount,
  msrp: amount,
  total: amount,
  currency,
  parentSubscriptionId: z.string().optional(),
  resellerPO: z.string().optional(),
  customerPO: z.string().optional(),
  ccpProductInfo: z.strictObject({
    productId: z.string(),
    productDisplayName: z.string(),
    skuId: z.string(),
    skuDisplayName: z.string(),
    planId: z.string(),
    planDisplayName: z.string(),
  }),
  customerName: z.string(),
  partnerName: z.string(),
  cloudProviderName: z.string(),
  mfgPartNumber: z.string(),
});

export const subscriptionList = z.strictObject({
  totalCount: digits,
  items: z.array(subscriptionBody),
  paginationResponse: z.strictObject({ totalSize: z.number().int() }),
});

export const subscriptionDetail = subscriptionBody.extend({
  activityLogs: z.strictObject({
    totalCount: digits,
    items: z.array(
      z.strictObject({
        id: z.string(),
        actionType: z.string(),
        actionDate: time,
        actionStatus: z.string(),
        productId: z.string(),
        skuId: z.string(),
        offerId: z.string(),
        quantity: digits,
        subscriptionStatus: z.string(),
        partnerId: z.string(),
        billingCycle: z.string(),
        billingTerm: z.string(),
        autoRenewStatus: z.string(),
        actionDetails: z.string(),
        completionDate: time,
        ccpUserId: digits,
        ccpUserName: z.string(),
        ccpUserEmail: z.string(),
      }),
    ),
  }),
  attributes: z.array(attribute),
  customFields: z.strictObject({ key: z.string(), value: z.string() }).optional(),
  priceAdjustments: z.array(z.looseObject({ name: z.string(), startDate: time, endDate: time })).optional(),
  contacts: z.array(z.looseObject({ type: z.string() })).optional(),
  products: z.array(z.looseObject({ code: z.string(), quantity: digits })).optional(),
  lineItems: z.array(z.looseObject({ itemNumber: z.string(), quantity: digits })).optional(),
});
