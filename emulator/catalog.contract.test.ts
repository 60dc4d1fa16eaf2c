import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import {
  categoriesBody,
  chargesBody,
  pricingBody,
  productBody,
  productList,
  programBatchBody,
  programsBody,
  verticalsBody,
} from "./testing/answers/catalog";
import { standardErrorBody } from "./testing/answers/errors";
import { A, startTestEmulator, type TestEmulator } from "./testing/test-emulator";

let ion: TestEmulator;
beforeAll(async () => {
  ion = await startTestEmulator();
});
afterAll(() => ion.close());

type Product = z.infer<typeof productBody>;

async function list(query: string): Promise<Product[]> {
  const found: Product[] = [];
  let token: string | undefined;
  do {
    const path = `${A}/products?pageSize=15&${query}${token ? `&pageToken=${token}` : ""}`;
    const page = productList.parse((await ion.get(path)).body);
    found.push(...(page.products as Product[]));
    token = page.nextPageToken;
  } while (token);
  return found;
}

const ids = (products: Product[]) => products.map((product) => product.id);

describe("list products", () => {
  test("pages through the 40 products of the demo in the contract's shape", async () => {
    const products = await list("");
    expect(new Set(ids(products)).size).toBe(40);
  });

  test("needs pageSize or pageToken", async () => {
    expect((await ion.get(`${A}/products`)).status).toBe(400);
  });

  test.each([
    ["filter.name=exchange", ["ExchangeOnline-demonce"]],
    ["filter.skuId=Office-365-E1-n1", ["OFFICE365NCE--smpnce"]],
    ["filter.skuDisplayName=business%20premium", ["Microsoft365EandFNCE-demonce"]],
    ["filter.skuExternalId=CFQ7TTC0LH16:0001", ["ExchangeOnline-demonce"]],
    ["filter.addonId=gemini", ["GoogleWorkspaceBusiness-smp"]],
    ["filter.addonDisplayName=vault", ["GoogleWorkspaceEnterprise-smp"]],
    ["filter.addonExternalId=CFQ7TTC0LH0J:0001", ["ExchangeOnline-demonce"]],
    ["filter.cloudProviderId=19", ["SophosInterceptX-smp", "SophosMDR-smp", "SophosEmail-smp"]],
    ["filter.mfgPartNumber=CFQ7TTC0LH18:0001:P1Y:Y", ["Microsoft365EandFNCE-demonce"]],
    ["filter.mfgPartNumber=CFQ7TTC0LH18:0001:P1Y", []],
    ["filter.name=100%25_certain", []],
  ])("%s", async (filter, expected) => {
    expect(ids(await list(filter))).toEqual(expected);
  });

  test("filters add up", async () => {
    expect(ids(await list("filter.cloudProviderId=30&filter.name=visio"))).toEqual(["Visio-demonce"]);
    expect(await list("filter.cloudProviderId=19&filter.name=visio")).toEqual([]);
  });

  test("refuses a provider that is not a number", async () => {
    expect((await ion.get(`${A}/products?pageSize=1&filter.cloudProviderId=azure`)).status).toBe(400);
  });
});

describe("the seed has what a client must cope with", () => {
  test.each([
    ["OFFICE365NCE--smpnce", "Office-365-E1-n1", "Monthly-n23"],
    ["Microsoft365EandFNCE-demonce", "USCFQ7TTC0LDPB0001", "Monthly-n18"],
    ["Microsoft365EandFNCE-demonce", "USCFQ7TTC0LCHC0002", "Annual-n155"],
    ["ExchangeOnline-demonce", "USCFQ7TTC0LH160001", "Monthly"],
    ["IBMMAAS360WATSON-smp", "Essentials-device", "IBM-MaaS360-w-Watson-Essentials-"],
    ["TechDataAzureSentinel-smp", "Tech-Data-Azure-Sentinel", "Based-on-Usage"],
    ["GCPAccountCreate-smpfr", "GCP-Account", "Based-on-Usage-gcp"],
    ["ScaleSAFeforAzureDev", "Scale---SAFe-for-Azure-DevOps-Az", "Scale---SAFe-for-Azure-DevOps-n0"],
  ])("the guide's ids %s / %s / %s", async (productId, skuId, planId) => {
    const product = productBody.parse((await ion.get(`${A}/products/${productId}`)).body);
    const sku = product.definition?.skus.find((one) => one.id === skuId);
    expect(sku?.plans.map((plan) => plan.id)).toContain(planId);
  });

  test("every phase kind, several currencies, usage tiers, add-ons, limits, approval, not orderable", async () => {
    const products = await list("");
    const skus = products.flatMap((product) => product.definition?.skus ?? []);
    const plans = skus.flatMap((sku) => sku.plans);
    const phases = new Set(plans.flatMap((plan) => plan.phases.map((phase) => phase.type)));
    expect([...phases].sort()).toEqual(["DISCOUNT_PHASE", "FIXED_PHASE", "TRIAL_PHASE", "UNLIMITED_PHASE"]);
    expect(new Set(plans.map((plan) => plan.pricebookCurrency).filter(Boolean))).toEqual(
      new Set(["USD", "EUR", "GBP", "CAD"]),
    );
    expect(new Set(plans.map((plan) => plan.billingPeriod))).toEqual(
      new Set(["MONTHLY", "ANNUAL", "ONE_TIME"]),
    );
    const terms = new Set(plans.map((plan) => plan.pricebookDetails?.TermDuration));
    expect([...terms]).toEqual(expect.arrayContaining(["P1M", "P1Y", "P3Y", "P36M", undefined]));
    expect(products.some((product) => product.disabled)).toBe(true);
    expect(skus.some((sku) => !sku.productAvailability)).toBe(true);
    expect(plans.some((plan) => plan.approvalRequired)).toBe(true);
    expect(plans.some((plan) => plan.pricebookDetails?.MaxQuantity === "300")).toBe(true);
    expect(plans.some((plan) => plan.pricebookDetails?.MinQuantity === "100")).toBe(true);
    expect(products.some((product) => (product.definition?.usages?.length ?? 0) > 0)).toBe(true);
    expect(
      products.filter((product) => (product.definition?.addOns?.length ?? 0) > 0).length,
    ).toBeGreaterThan(4);
    expect(products.filter((product) => product.deployment).length).toBeGreaterThan(4);
    expect(new Set(skus.map((sku) => sku.productCloudProviderName)).size).toBeGreaterThan(8);
  });

  test("a month's term costs a fifth more than the annual price, an annual plan billed monthly a twentieth", async () => {
    const product = productBody.parse((await ion.get(`${A}/products/Microsoft365EandFNCE-demonce`)).body);
    const plans = product.definition?.skus.find((sku) => sku.displayName === "Microsoft 365 E3")?.plans ?? [];
    const price = (end: string) => plans.find((plan) => plan.productId.endsWith(end))?.pricebookPrice;
    expect(price(":P1M:M")).toBeCloseTo(43.2, 4);
    expect(price(":P1Y:M")).toBeCloseTo(37.8, 4);
    expect(price(":P1Y:Y")).toBeCloseTo(432, 4);
  });
});

describe("get product", () => {
  const path = `${A}/products/SophosInterceptX-smp`;

  test("has versions and an etag, which lists do not", async () => {
    const product = productBody.parse((await ion.get(path)).body);
    expect(product.versionHistory?.length).toBeGreaterThan(0);
    expect(product.etag).toMatch(/^[0-9a-f]{16}$/);
  });

  test.each([
    ["excludeMarketing", "marketing"],
    ["excludeDefinition", "definition"],
    ["excludeVersionHistory", "versionHistory"],
    ["excludeDeployment", "deployment"],
  ])("excludeFilter.%s leaves out %s, also as the SDK's True", async (flag, part) => {
    for (const value of ["true", "True", "1"]) {
      const product = productBody.parse((await ion.get(`${path}?excludeFilter.${flag}=${value}`)).body);
      expect(product).not.toHaveProperty(part);
    }
    expect((await ion.get(`${path}?excludeFilter.${flag}=false`)).body).toHaveProperty(part);
  });

  test("excludePricing and clientRole OWNER show no price-book prices", async () => {
    for (const query of ["excludeFilter.excludePricing=true", "clientRole=OWNER"]) {
      const reply = await ion.get(`${path}?${query}`);
      productBody.parse(reply.body);
      expect(reply.text).not.toContain("pricebookPrice");
    }
    expect((await ion.get(`${path}?clientRole=KING`)).status).toBe(400);
  });

  test("priceBookCustomerId shows that customer's price", async () => {
    const customers = (await ion.control("GET", "/state/customers")).body as {
      customers: { customerId: string; priceBook: string; accountId: string }[];
    };
    const preferred = customers.customers.find(
      (one) => one.priceBook === "preferred" && one.accountId === "10001",
    );
    const priceOf = async (query: string) =>
      productBody.parse((await ion.get(`${path}${query}`)).body).definition?.skus[0]?.plans[0]
        ?.pricebookPrice ?? 0;
    expect(await priceOf(`?priceBookCustomerId=${preferred?.customerId}`)).toBeCloseTo(
      (await priceOf("")) * 0.97,
      3,
    );
  });

  test("deployment carries provider credentials, which a client must strip", async () => {
    expect((await ion.get(path)).text).toContain("clientSecret");
  });

  test("an unknown product is a 404 `listing X not found`", async () => {
    const reply = await ion.get(`${A}/products/AWS-EC`);
    expect([reply.status, standardErrorBody.parse(reply.body).message]).toEqual([
      404,
      "listing AWS-EC not found",
    ]);
  });
});

describe("categories, verticals, charges", () => {
  test("are answered, not taken for product ids", async () => {
    const { categories } = categoriesBody.parse((await ion.get(`${A}/products/categories`)).body);
    expect(
      categories.find((one) => one.name === "accounts/10001/categories/security")?.count,
    ).toBeGreaterThan(5);
    verticalsBody.parse((await ion.get(`${A}/products/verticals`)).body);
    chargesBody.parse((await ion.get(`${A}/products/charges`)).body);
  });
});

describe("pricing", () => {
  test("answers the plans of a vendor product, its SKU as an integer", async () => {
    const reply = await ion.call("POST", `${A}/products:pricing`, {
      externalProductWithProvider: [
        { provider: "azure", externalProducts: ["CFQ7TTC0LH18", "CFQ7TTC0LH16:0001:P1M:M"] },
      ],
    });
    const { plans } = pricingBody.parse(reply.body);
    expect(plans.filter((plan) => plan.pricebookDetails.ProductId === "CFQ7TTC0LH18")).toHaveLength(4);
    expect(plans.filter((plan) => plan.productId === "CFQ7TTC0LH16:0001:P1M:M")).toHaveLength(1);
    expect(plans[0]?.pricebookDetails.SkuId).toBe(1);
  });

  test("answers no plans for nothing and takes the colon percent-encoded", async () => {
    expect((await ion.call("POST", `${A}/products%3Apricing`, {})).body).toEqual({ plans: [] });
  });
});

describe("enable and disable", () => {
  test("switch a product off and on; repeating is a 400", async () => {
    const path = `${A}/products/Visio-demonce`;
    const disabled = await ion.call("POST", `${path}:disable`);
    expect([disabled.status, disabled.body]).toEqual([200, {}]);
    expect((await ion.get(path)).body).toMatchObject({ disabled: true });
    const again = await ion.call("POST", `${path}:disable`);
    expect([again.status, standardErrorBody.parse(again.body).message]).toEqual([
      400,
      "cannot disable already disabled product",
    ]);
    expect((await ion.call("POST", `${path}:enable`)).status).toBe(200);
    expect((await ion.call("POST", `${path}:enable`)).status).toBe(400);
  });

  test("one account's switch does not touch the other's", async () => {
    await ion.call("POST", `${A}/products/Intune-demonce:disable`);
    const other = await ion.asOther("GET", "/api/v3/accounts/10002/products/Intune-demonce");
    expect(other.body).toMatchObject({ disabled: false, name: "accounts/10002/products/Intune-demonce" });
    await ion.call("POST", `${A}/products/Intune-demonce:enable`);
  });
});

describe("programs", () => {
  test("list, then batchUpdate adds the product", async () => {
    const listed = await ion.get(`${A}/products_programs?productName=Visio-demonce`);
    const [first] = programsBody.parse(listed.body).programs;
    expect(first?.productWasAdded).toBe(false);
    const reply = await ion.call("PUT", `${A}/products_programs/Visio-demonce:batchUpdate`, {
      product_programs: { programName: first?.programName, partnerName: "accounts/10001" },
    });
    expect(programBatchBody.parse(reply.body).programs[0]).toMatchObject({ productWasAdded: true });
    const after = await ion.get(`${A}/products_programs?productName=Visio-demonce`);
    expect(programsBody.parse(after.body).programs[0]?.productWasAdded).toBe(true);
  });

  test("need a product", async () => {
    expect((await ion.get(`${A}/products_programs`)).status).toBe(400);
    expect((await ion.get(`${A}/products_programs?productName=nope`)).status).toBe(404);
  });
});
