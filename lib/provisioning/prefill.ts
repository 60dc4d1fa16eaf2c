import { personAttribute } from "./attribute-dictionary";
import type { AttributeProperty, AttributeSchema, AttributeValues } from "./attribute-schema";
import { suggestDomain, suggestDomainPrefix } from "./domain-suggestion";
import { wireName } from "./to-attributes";
import { utcDate } from "./today";
import { isValidAnswer } from "./validator";

/** What the form may know about a customer. Everything optional: Ion requires little of it. */
export interface PrefillCustomer {
  organization?: string;
  /** Contact's full name; used where the parts are missing. */
  name?: string;
  firstName?: string;
  lastName?: string;
  email?: string;
  phone?: string;
  /** A domain the customer is known to own. */
  domain?: string;
}

/** Where a prefilled value comes from. Each has a text in the messages, under `sources`. */
export type PrefillSource = "customer" | "today" | "cart" | "product";

/** Answers we already know, whence each comes, and values we only propose. All by property key. */
export interface Prefill {
  values: AttributeValues;
  sources: Record<string, PrefillSource>;
  suggestions: Record<string, string>;
}

export interface PrefillInput {
  customer?: PrefillCustomer;
  /** Licences in the cart item. */
  quantity?: number;
  /** YYYY-MM-DD; default: today in UTC. */
  today?: string;
}

/**
 * Fills in what we know: contact and agreement from the customer, today's date, the cart's quantity, the product's
 * defaults. A value that would not pass the field's own check is left out, and a secret is never filled in. A domain
 * is only suggested: it names a tenant for good.
 */
export function prefill(schema: AttributeSchema, input: PrefillInput): Prefill {
  const result: Prefill = { values: {}, sources: {}, suggestions: {} };
  const { customer = {}, today = utcDate() } = input;
  const fromCustomer = customerValues(customer);

  for (const [key, property] of Object.entries(schema.properties)) {
    const name = wireName(key, property);
    const isText = property.type === "string" && property.const === undefined && !property.writeOnly;
    const candidates: [string | number | undefined, PrefillSource][] = isText
      ? [
          [fromCustomer.get(name), "customer"],
          [name === "agreementDateAgreed" ? today : undefined, "today"],
          [name === "quantity" ? input.quantity?.toString() : undefined, "cart"],
        ]
      : [[name === "quantity" && property.const === undefined ? input.quantity : undefined, "cart"]];

    const known = candidates.find(
      ([value]) => value !== undefined && isValidAnswer(property, value, { today }),
    );
    if (known?.[0] !== undefined) {
      result.values[key] = known[0];
      result.sources[key] = known[1];
    } else if (property.default !== undefined && !property.writeOnly) {
      result.values[key] = property.default;
      result.sources[key] = "product";
    }
    const suggestion = suggest(name, property, customer);
    if (suggestion !== undefined && result.values[key] === undefined) result.suggestions[key] = suggestion;
  }
  return result;
}

function customerValues(customer: PrefillCustomer): Map<string, string | undefined> {
  const [firstName, lastName] = nameParts(customer);
  const email = filled(customer.email);
  const phone = filled(customer.phone?.replace(/\D/g, ""));
  const person = ["", "agreement", "contact", "customer", "admin"].flatMap(
    (who): [string, string | undefined][] => [
      [personAttribute(who, "FirstName"), firstName],
      [personAttribute(who, "LastName"), lastName],
      [personAttribute(who, "Email"), email],
      [personAttribute(who, "Phone"), phone],
      [personAttribute(who, "PhoneNumber"), phone],
    ],
  );
  return new Map([
    ...person,
    ["agreementUserId", email],
    ["billingEmail", email],
    ["alternateEmail", email],
    ["companyName", filled(customer.organization)],
    ["customerDomain", filled(customer.domain)],
  ]);
}

/** First and last name; of a full name, the last word is the last name, which the person can correct. */
function nameParts({ name, firstName, lastName }: PrefillCustomer): [string | undefined, string | undefined] {
  if (filled(firstName) !== undefined || filled(lastName) !== undefined)
    return [filled(firstName), filled(lastName)];
  const words = (name ?? "").split(/\s+/).filter((word) => word !== "");
  return words.length < 2 ? [words[0], undefined] : [words.slice(0, -1).join(" "), words.at(-1)];
}

function suggest(name: string, property: AttributeProperty, customer: PrefillCustomer): string | undefined {
  const suggestion =
    property["x-ion-rule"] === "domainPrefix"
      ? suggestDomainPrefix(customer.organization ?? "")
      : name === "customerDomain"
        ? suggestDomain(customer.email ?? "")
        : undefined;
  return suggestion !== undefined && isValidAnswer(property, suggestion) ? suggestion : undefined;
}

function filled(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === "" ? undefined : trimmed;
}
