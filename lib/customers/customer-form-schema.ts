import { z } from "zod";
import { addressRule, toRegionCode } from "./address-rules";
import type { CustomerValues } from "./customer-values";
import { CUSTOMER_PARTS, isSamePart, withPart } from "./merge-customer";
import { isPossiblePhone, toInternationalPhone } from "./phone";

/** Zod for the customer form, the same in the browser and in the action. Its messages are keys of `errors.fields`. */

export const MAX_CUSTOM_FIELDS = 30;

type Check = (value: string) => string | undefined;

/** Control characters, and marks that make text read in another order than it is written. */
const UNWANTED = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const EMAIL = z.email();
const DOMAIN =
  /^(?=.{4,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]{1,62}$/u;

const isEmail: Check = (value) => (EMAIL.safeParse(value).success ? undefined : "email");
const isDomain: Check = (value) => (DOMAIN.test(bareDomain(value)) ? undefined : "domain");
const isLanguage: Check = (value) => (/^[a-z]{2}$/.test(value) ? undefined : "chooseFromList");
const isCountry: Check = (value) => (/^[A-Z]{2}$/.test(value) ? undefined : "chooseFromList");

type Issue = { message?: string; maximum?: number };

/** What is wrong with a trimmed text. A text that is as Ion holds it is Ion's to judge, not ours. */
function problemOf(
  value: string,
  { max, required, check, original }: { max: number; required?: boolean; check?: Check; original?: string },
): Issue | undefined {
  if (original !== undefined && value === original.trim()) return undefined;
  if (value === "") return required ? { message: "required" } : undefined;
  if (UNWANTED.test(value)) return { message: "control" };
  if (value.length > max) return { maximum: max };
  const message = check?.(value);
  return message === undefined ? undefined : { message };
}

function report(context: z.RefinementCtx<unknown>, issue: Issue, path: string[] = []) {
  if (issue.maximum === undefined) {
    context.addIssue({ code: "custom", message: issue.message, path });
  } else {
    context.addIssue({ code: "too_big", origin: "string", maximum: issue.maximum, inclusive: true, path });
  }
}

function text(rules: { max: number; required?: boolean; check?: Check; original?: string | undefined }) {
  const { original, ...rest } = rules;
  return z
    .string()
    .trim()
    .superRefine((value, context) => {
      const issue = problemOf(value, original === undefined ? rest : { ...rest, original });
      if (issue) report(context, issue);
    });
}

function addressSchema(original: CustomerValues["address"] | undefined) {
  const country = text({ max: 2, required: true, check: isCountry, original: original?.country });
  return z
    .object({
      street: z.string().trim(),
      suite: z.string().trim(),
      city: z.string().trim(),
      state: z.string().trim(),
      zip: z.string().trim(),
      country,
    })
    .superRefine((address, context) => {
      const rule = addressRule(address.country);
      // In another country than before, everything is new.
      const before = original?.country === address.country ? original : undefined;
      const fields = {
        street: { max: 200, required: true },
        suite: { max: 100 },
        city: { max: 100, required: true },
        state: {
          max: 100,
          required: rule.state === "required",
          check: (value: string) =>
            rule.regions && !rule.regions.some(({ code }) => code === toRegionCode(address.country, value))
              ? "chooseFromList"
              : undefined,
        },
        zip: {
          max: 20,
          required: rule.zip === "required",
          check: (value: string) =>
            rule.zipPattern && !rule.zipPattern.test(value) ? "postalCode" : undefined,
        },
      };
      for (const [name, rules] of Object.entries(fields) as [
        keyof typeof fields,
        Parameters<typeof problemOf>[1],
      ][]) {
        if (isAbsent(rule, name)) continue;
        const issue = problemOf(address[name], before ? { ...rules, original: before[name] } : rules);
        if (issue) report(context, issue, [name]);
      }
    })
    .transform(tidyAddress);
}

function tidyAddress(address: CustomerValues["address"]): CustomerValues["address"] {
  const rule = addressRule(address.country);
  const fits = rule.zipPattern?.test(address.zip) ?? false;
  return {
    ...address,
    state: rule.state === "absent" ? "" : toRegionCode(address.country, address.state),
    zip: rule.zip === "absent" ? "" : fits ? rule.tidyZip(address.zip) : address.zip,
  };
}

function isAbsent(rule: ReturnType<typeof addressRule>, name: string): boolean {
  return (name === "state" && rule.state === "absent") || (name === "zip" && rule.zip === "absent");
}

const customField = z
  .object({ key: z.string().trim(), value: z.string().trim(), withheld: z.boolean() })
  .superRefine(({ key, value, withheld }, context) => {
    if (withheld || (key === "" && value === "")) return;
    const keyIssue = problemOf(key, { max: 64, required: true });
    if (keyIssue) report(context, keyIssue, ["key"]);
    const valueIssue = problemOf(value, { max: 500 });
    if (valueIssue) report(context, valueIssue, ["value"]);
  });

const customFields = z
  .array(customField)
  .max(MAX_CUSTOM_FIELDS, "tooManyFields")
  .superRefine((fields, context) => {
    const seen = new Set<string>();
    fields.forEach(({ key }, index) => {
      const name = key.toLowerCase();
      if (name !== "" && seen.has(name)) report(context, { message: "duplicateKey" }, [String(index), "key"]);
      seen.add(name);
    });
  })
  // A row left empty is no field.
  .transform((fields) => fields.filter(({ key, value, withheld }) => withheld || key !== "" || value !== ""));

/**
 * The form's schema. With `original`, the values of the customer when the form was opened, a text that was not touched
 * is not judged: an old record with an odd postal code must not stop somebody from correcting its phone number.
 * The result is trimmed, with phone number, postal code, state and domain in their usual spelling.
 */
export function customerFormSchema(original?: CustomerValues) {
  return z
    .object({
      organization: text({ max: 200, required: true, original: original?.organization }),
      firstName: text({ max: 100, required: true, original: original?.firstName }),
      lastName: text({ max: 100, required: true, original: original?.lastName }),
      title: text({ max: 100, original: original?.title }),
      email: text({ max: 254, required: true, check: isEmail, original: original?.email }),
      alternateEmail: text({ max: 254, check: isEmail, original: original?.alternateEmail }),
      phone: z.string().trim(),
      domain: text({ max: 300, check: isDomain, original: original?.domain }),
      languageCode: text({ max: 2, required: true, check: isLanguage, original: original?.languageCode }),
      address: addressSchema(original?.address),
      customFields,
      status: z.enum(["active", "inactive"]),
    })
    .superRefine(({ phone, address }, context) => {
      const check: Check = (value) => (isPossiblePhone(value, address.country) ? undefined : "phone");
      const issue = problemOf(phone, {
        max: 40,
        check,
        ...(original === undefined ? {} : { original: original.phone }),
      });
      if (issue) report(context, issue, ["phone"]);
    })
    .transform((values): CustomerValues => {
      const tidy = (given: CustomerValues): CustomerValues => ({
        ...given,
        phone: toInternationalPhone(given.phone.trim(), given.address.country),
        domain: bareDomain(given.domain),
        address: tidyAddress(given.address),
      });
      return original ? keepUntouched(tidy(values), original, tidy(original)) : tidy(values);
    });
}

/** Where nothing but the spelling differs from what Ion holds, its spelling stays: tidying is no change. */
function keepUntouched(
  values: CustomerValues,
  original: CustomerValues,
  tidied: CustomerValues,
): CustomerValues {
  const kept = CUSTOMER_PARTS.filter((part) => isSamePart(values, tidied, part));
  return kept.reduce((result, part) => withPart(result, part, original), values);
}

/** "https://www.Example.com/about" and "example.com" name the same domain. */
function bareDomain(value: string): string {
  return value
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\.(?=.+\..)/, "")
    .replace(/[/?#].*$/, "");
}
