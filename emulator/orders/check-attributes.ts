import type { Product } from "../catalog";
import type { ProvisioningProblem } from "../errors";
import type { Attribute } from "../state/orders";
import { templateForCreate } from "../templates/choose-template";
import { ALLOWED_VALUES } from "../templates/template-list";
import type { Vendor } from "../vendors";
import { attribute } from "./order-request";

const IN_ATTRIBUTES = "in the 'Order.orderItem.attributes' array";

export const missingDomainName: ProvisioningProblem = {
  code: "COMM-VL-004",
  detail: `The 'domainName' attribute must be present ${IN_ATTRIBUTES} when the provider is 'AZURE' and the action is 'CREATE'.`,
};

/** COMM-VL-002 for values of `operations`, `renewalSetting` and `statusUpdate` that no template knows. */
export function valueProblems(attributes: readonly Attribute[]): ProvisioningProblem[] {
  return attributes.flatMap(({ name, value }) => {
    const allowed = ALLOWED_VALUES[name];
    if (!allowed || allowed.includes(value)) return [];
    const list = allowed.map((one) => `'${one}'`).join(", ");
    return [
      { code: "COMM-VL-002", detail: `The '${name}' must be equal to one of the allowed values: [${list}].` },
    ];
  });
}

/**
 * What a CREATE item lacks. Microsoft: `addSubscription` needs a tenant and nothing else; without a tenant, and without
 * that operation, the seven agreement attributes are needed (CONTRACT.md sections 4 and 4.1).
 */
export function createProblems(
  vendor: Vendor,
  product: Product | undefined,
  attributes: readonly Attribute[],
  hasTenant: boolean,
  missingCode: string,
): ProvisioningProblem[] {
  const operations = attribute(attributes, "operations");
  if (vendor.key === "microsoft") {
    if (operations === "addSubscription") return hasTenant ? [] : [missingDomainName];
    if (attribute(attributes, "domainName") === undefined) return [missingDomainName];
  }
  const template = templateForCreate(vendor, operations);
  const missing = (template?.required ?? requiredByForm(product)).filter(
    (name) => attribute(attributes, name) === undefined,
  );
  return [
    ...missing.map((name) => ({
      code: missingCode,
      detail: `The '${name}' attribute must be present ${IN_ATTRIBUTES}.`,
    })),
    ...(vendor.key === "microsoft" ? formatProblems(attributes) : []),
  ];
}

/** A vendor without templates asks for what its product's form before purchase requires (CONTRACT.md section 5.4). */
function requiredByForm(product: Product | undefined): readonly string[] {
  const deployments = product?.deployment?.deployments ?? [];
  const forms = deployments.filter((one) => one.event === "PREPURCHASE");
  return forms.flatMap((one) => one.configuration?.form.schema.required ?? []);
}

const FORMATS: [string, RegExp, string][] = [
  ["domainName", /^[A-Za-z0-9]{1,27}$/, "must be a tenant prefix of 1 to 27 letters and digits"],
  ["agreementDateAgreed", /^\d{4}-\d{2}-\d{2}$/, "must be a date in the format YYYY-MM-DD"],
  ["customTermEndDate", /^\d{4}-\d{2}-\d{2}$/, "must be a date in the format YYYY-MM-DD"],
  ["agreementEmail", /^[^\s@]+@[^\s@]+\.[^\s@]+$/, "must be a valid email address"],
];

/** Formats that section 4.1 states. `domainName` is the prefix: a full domain is what Ion answers, not what it takes. */
function formatProblems(attributes: readonly Attribute[]): ProvisioningProblem[] {
  return FORMATS.flatMap(([name, pattern, rule]) => {
    const value = attribute(attributes, name);
    if (value === undefined || pattern.test(value)) return [];
    return [{ code: "COMM-VL-002", detail: `The '${name}' attribute ${rule} ${IN_ATTRIBUTES}.` }];
  });
}
