import type { AttributeProperty } from "./attribute-schema";

/** What the contract lets us conclude from an attribute's name alone. */
type Constraint = Partial<AttributeProperty>;

const PHONE = "^\\+?[0-9][0-9 ().-]{4,23}$";
const DOMAIN =
  "^(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$";

/** The values Ion documents for the attributes that steer an order. Source: CONTRACT.md section 3, last row. */
export const OPERATIONS = ["addSubscription", "updateSubscription", "changeSubscription"] as const;

/** First match wins; case-sensitive on the attribute's name. Source: CONTRACT.md section 5.3, format inference. */
const RULES: readonly (readonly [RegExp, Constraint])[] = [
  [/^operations$/, { enum: [...OPERATIONS] }],
  [/^renewalSetting$/, { enum: ["auto-on", "auto-off"] }],
  [/^statusUpdate$/, { enum: ["active", "suspended", "deleted"] }],
  [/[eE]mail$/, { format: "email" }],
  // The day a person agreed to the terms has come; every other date may lie ahead.
  [/DateAgreed$/, { format: "date", "x-ion-not-future": true }],
  [/Date$|^date/, { format: "date" }],
  [/[pP]hone(?:[nN]umber)?$/, { pattern: PHONE, "x-ion-rule": "phone" }],
  [/[dD]omain(?:[nN]ame)?$/, { pattern: DOMAIN, "x-ion-rule": "domain" }],
  [/[tT]enantId$/, { format: "uuid" }],
  // Section 8.9 counts tokens and secrets with passwords: nothing of the kind is prefilled, stored or shown.
  [/[pP]assword$|[tT]oken$|[sS]ecret$|[aA]ccessKey$/, { format: "password", writeOnly: true }],
  // Capital C: `billingAccount` ends in "count" too.
  [/^quantity$|Quantity$|Count$/, { pattern: "^[0-9]{1,9}$", "x-ion-rule": "digits" }],
];

/** The property for an attribute of this name before any override: always a string of at most 256 characters. */
export function inferProperty(name: string): AttributeProperty {
  const constraint = RULES.find(([pattern]) => pattern.test(name))?.[1] ?? {};
  return { type: "string", minLength: 1, maxLength: 256, ...structuredClone(constraint) };
}

/** A Microsoft tenant's first name: one label, no dots. Ion answers with the full domain, which must not go back in. */
export const DOMAIN_PREFIX: Constraint = {
  pattern: "^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$",
  "x-ion-rule": "domainPrefix",
};
