import { DOMAIN_PREFIX } from "./attribute-format";
import type { AttributeProperty } from "./attribute-schema";

/** What we know about a template beyond its list of names. */
export interface TemplateOverride {
  /** Attributes Ion refuses the order without. */
  required: readonly string[];
  /** Names to fall back on when the template can't be read. */
  names: readonly string[];
  /** Keywords per attribute that replace what its name suggests. */
  properties: Readonly<Record<string, Partial<AttributeProperty>>>;
}

const NEW_TENANT_REQUIRED = [
  "domainName",
  "agreementDateAgreed",
  "agreementUserId",
  "agreementEmail",
  "agreementFirstName",
  "agreementLastName",
  "agreementPhoneNumber",
];

function operation(value: string, names: readonly string[] = ["operations"]): TemplateOverride {
  return { required: ["operations"], names, properties: { operations: { const: value, enum: undefined } } };
}

/**
 * Templates say nothing about what is required or fixed; this table does, for those the documents describe.
 * Source: CONTRACT.md sections 4.1 (new tenant, `domainName` is a prefix), 4 rows 2, 3 and 9, and 5.3.
 */
const OVERRIDES: ReadonlyMap<string, TemplateOverride> = new Map([
  [
    "provisiontemplate30",
    {
      required: NEW_TENANT_REQUIRED,
      names: [...NEW_TENANT_REQUIRED, "companyRegistrationId", "customTermEndDate"],
      properties: { domainName: DOMAIN_PREFIX },
    },
  ],
  ["provisiontemplate38", operation("addSubscription", ["operations", "friendlyName"])],
  ["provisiontemplate33", operation("updateSubscription", ["operations", "renewalSetting", "statusUpdate"])],
  ["provisiontemplate34", operation("changeSubscription")],
]);

/** The override for a template id in Ion's URL spelling, if we have one. */
export function templateOverride(templateId: string | undefined): TemplateOverride | undefined {
  return templateId === undefined ? undefined : OVERRIDES.get(templateId);
}
