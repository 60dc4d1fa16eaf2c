import { type IonProduct, productSchema } from "@/lib/ion/schemas/products";

type Wire = Record<string, unknown>;

/** A plan as Ion writes it: 16.50 USD a month for a one-year term, cost 14.10. */
export function wirePlan(changes: Wire = {}): Wire {
  return {
    id: "Annual-Monthly-n1",
    displayName: "Office 365 E1 annual, billed monthly",
    billingPeriod: "MONTHLY",
    phases: [
      { type: "FIXED_PHASE", duration: { unit: "YEAR", count: 1 }, recurringPrice: { USD: 18, EUR: 17 } },
    ],
    productId: "US,CFQ7TTC0LF8Q,0001,One-Year commitment for monthly billing",
    pricebookPrice: 16.5,
    pricebookMasterPrice: 14.1,
    pricebookCurrency: "USD",
    productAvailability: true,
    pricebookDetails: { MfgPartNumber: "CFQ7TTC0LF8Q:0001:P1Y:M", MinQuantity: "0", MaxQuantity: "300" },
    ...changes,
  };
}

export function wireSku(changes: Wire = {}): Wire {
  return {
    id: "Office-365-E1-n1",
    displayName: "Office 365 E1",
    description: "<p>Mail and <b>files</b></p>",
    cancelTiming: "END_OF_TERM",
    productId: "US,CFQ7TTC0LF8Q,0001",
    productCloudProviderName: "accounts/10001/cloudProviders/30",
    productAvailability: true,
    availableAddOns: ["audio"],
    verticals: ["accounts/10001/verticals/Commercial"],
    plans: [wirePlan()],
    ...changes,
  };
}

export function wireProduct(changes: Wire = {}, definition: Wire = {}): Wire {
  return {
    name: "accounts/10001/products/OFFICE365NCE--smpnce",
    type: "SUBSCRIPTION_PRODUCT",
    categories: ["accounts/10001/categories/productivity"],
    marketing: {
      displayName: "Office 365",
      caption: "Productivity for every team",
      description: "<p>One.</p><p>Two.</p>",
      searchKeywords: ["mail"],
    },
    definition: { supportedCurrencies: ["USD", "EUR"], skus: [wireSku()], ...definition },
    deployment: { actions: [{ api: { credentials: { basicAuth: { password: "s3cret" } } } }] },
    ...changes,
  };
}

/** The product as the Ion client hands it over. */
export function ionProduct(changes: Wire = {}, definition: Wire = {}): IonProduct {
  return productSchema.parse(wireProduct(changes, definition));
}

export const PROVIDERS: ReadonlyMap<string, string> = new Map([
  ["30", "Microsoft"],
  ["12", "Google Workspace"],
]);
