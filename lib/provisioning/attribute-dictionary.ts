/** The sections of a provisioning form, in the order they appear. */
export const ATTRIBUTE_GROUPS = [
  "tenant",
  "agreement",
  "contact",
  "account",
  "order",
  "renewal",
  "reservation",
  "other",
] as const;

export type AttributeGroup = (typeof ATTRIBUTE_GROUPS)[number];

/** Looks a text up in the `provisioning` messages; undefined when there is none under that key. */
export type Lookup = (key: string) => string | undefined;

/** How a known attribute is asked for. Its words live in the messages under `attributes.<name>`. */
export interface AttributeInfo {
  group: AttributeGroup;
  inputMode?: "email" | "tel" | "numeric" | "url";
  /** A fixed text behind the input, such as the rest of a domain. */
  suffix?: string;
  /** Never corrected or capitalised by a phone's keyboard: names of accounts, domains, codes. */
  isCode?: boolean;
}

/**
 * Every attribute the documents name, and the usual names for people and things that templates without documents are
 * likely to use, in the order a person would answer them: within a group, fields follow this order.
 * Sources: CONTRACT.md sections 4, 4.1 and 5.2; the guide's attribute table for template 30.
 */
const KNOWN: ReadonlyMap<string, AttributeInfo> = new Map<string, AttributeInfo>([
  ["domainName", { group: "tenant", isCode: true }],
  ["customerDomain", { group: "tenant", inputMode: "url", isCode: true }],
  ["customerTenantId", { group: "tenant", isCode: true }],
  ["tenantId", { group: "tenant", isCode: true }],
  ["tenantName", { group: "tenant" }],
  ["companyName", { group: "tenant" }],
  ["companyRegistrationId", { group: "tenant", isCode: true }],
  ["mpnId", { group: "tenant", inputMode: "numeric", isCode: true }],
  ["agreementFirstName", { group: "agreement" }],
  ["agreementLastName", { group: "agreement" }],
  ["agreementEmail", { group: "agreement", inputMode: "email" }],
  ["agreementPhoneNumber", { group: "agreement", inputMode: "tel" }],
  ["agreementDateAgreed", { group: "agreement" }],
  ["agreementUserId", { group: "agreement", isCode: true }],
  ["contactName", { group: "contact" }],
  ...["", "contact", "customer", "admin"].flatMap((who): [string, AttributeInfo][] => [
    [personAttribute(who, "FirstName"), { group: "contact" }],
    [personAttribute(who, "LastName"), { group: "contact" }],
    [personAttribute(who, "Email"), { group: "contact", inputMode: "email" }],
    [personAttribute(who, "Phone"), { group: "contact", inputMode: "tel" }],
    [personAttribute(who, "PhoneNumber"), { group: "contact", inputMode: "tel" }],
  ]),
  ["alternateEmail", { group: "contact", inputMode: "email" }],
  ["billingEmail", { group: "contact", inputMode: "email" }],
  ["userName", { group: "account", isCode: true }],
  ["password", { group: "account", isCode: true }],
  ["billingAccount", { group: "account", isCode: true }],
  ["projectName", { group: "account" }],
  ["transferToken", { group: "account", isCode: true }],
  ["languageCode", { group: "contact", isCode: true }],
  ["operations", { group: "order" }],
  ["friendlyName", { group: "order" }],
  ["quantity", { group: "order", inputMode: "numeric" }],
  ["licenseCount", { group: "order", inputMode: "numeric" }],
  ["serviceTier", { group: "order" }],
  ["statusUpdate", { group: "order" }],
  ["renewalSetting", { group: "renewal" }],
  ["customTermEndDate", { group: "renewal" }],
  ["region", { group: "reservation" }],
  ["category", { group: "reservation" }],
  ["skuId", { group: "reservation", isCode: true }],
  ["productId", { group: "reservation", isCode: true }],
  ["billingFrequency", { group: "reservation" }],
]);

/** `contactEmail`, or `email` when nobody is named. */
export function personAttribute(
  who: string,
  part: "FirstName" | "LastName" | "Email" | "Phone" | "PhoneNumber",
) {
  return who === "" ? part.charAt(0).toLowerCase() + part.slice(1) : who + part;
}

/** A new tenant takes only the first part of its domain; the rest is Microsoft's. */
const PER_TEMPLATE: ReadonlyMap<string, ReadonlyMap<string, Partial<AttributeInfo>>> = new Map([
  ["provisiontemplate30", new Map([["domainName", { suffix: ".onmicrosoft.com" }]])],
]);

/** Where an attribute stands and how it is typed. Unknown ones are placed by what their name ends in. */
export function attributeInfo(name: string, templateId?: string): AttributeInfo {
  const special = templateId === undefined ? undefined : PER_TEMPLATE.get(templateId)?.get(name);
  return { ...(KNOWN.get(name) ?? guess(name)), ...special };
}

/** Position within the form: known attributes in the dictionary's order, unknown ones after them. */
export function attributeRank(name: string): number {
  const position = [...KNOWN.keys()].indexOf(name);
  return position === -1 ? KNOWN.size : position;
}

const GUESSES: readonly (readonly [RegExp, AttributeInfo])[] = [
  [/[eE]mail$/, { group: "contact", inputMode: "email" }],
  [/[pP]hone(?:[nN]umber)?$/, { group: "contact", inputMode: "tel" }],
  [/(?:[fF]irst|[lL]ast|[cC]ontact)[nN]ame$/, { group: "contact" }],
  [/[dD]omain(?:[nN]ame)?$|[tT]enantId$/, { group: "tenant", isCode: true }],
  [/^quantity$|Quantity$|Count$/, { group: "order", inputMode: "numeric" }],
  [/[rR]enew/, { group: "renewal" }],
  [/[pP]assword$|[uU]ser(?:[nN]ame|Id)$|[aA]ccount(?:Id|Number)?$/, { group: "account", isCode: true }],
  [/Id$|Code$|Key$/, { group: "other", isCode: true }],
];

function guess(name: string): AttributeInfo {
  return GUESSES.find(([pattern]) => pattern.test(name))?.[1] ?? { group: "other" };
}
