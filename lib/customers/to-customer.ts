import type { IonCloudProfile } from "@/lib/ion/schemas/cloud-profiles";
import type { IonCustomer } from "@/lib/ion/schemas/customers";
import type { CloudProfile, Customer, CustomerRow } from "./schemas";

/** Written where Ion requires a text and the country has nothing to put there (docs/decisions/0006). */
export const NOTHING_TO_SAY = "-";

/** Ion's customer as a row of a list. */
export function toCustomerRow(ion: IonCustomer): CustomerRow {
  const { id, email, domain, contactName } = ion;
  return {
    id,
    organization: ion.organization ?? contactName ?? email ?? id,
    contactName,
    email,
    domain,
    country: ion.address.country,
    status: ion.state,
    createdAt: ion.createdAt,
  };
}

/** Ion's customer as its pages show it. Where Ion has only a full name, its last word is taken for the last name. */
export function toCustomer(ion: IonCustomer): Customer {
  const { firstName, lastName, title, alternateEmail, phone, languageCode, uid, updatedAt, address } = ion;
  const hasParts = firstName !== null || lastName !== null;
  const [guessedFirst, guessedLast] = splitName(ion.contactName);
  return {
    ...toCustomerRow(ion),
    firstName: hasParts ? firstName : guessedFirst,
    lastName: hasParts ? lastName : guessedLast,
    title,
    alternateEmail,
    phone,
    address: { ...address, state: unlessNothing(address.state), zip: unlessNothing(address.zip) },
    languageCode,
    customFields: ion.customFields.map(({ key, value }) => ({
      key,
      value: value ?? "",
      withheld: value === null && looksSecret(key),
    })),
    uid,
    updatedAt,
  };
}

/** A provider's profile without Ion's raw object. */
export function toCloudProfile(ion: IonCloudProfile): CloudProfile {
  return {
    providerId: ion.providerId,
    displayName: ion.displayName,
    shortName: ion.shortName,
    enabled: ion.enabled,
    tenantId: ion.tenantId,
    domain: ion.domain,
    agreementStatus: ion.agreementStatus,
    delegatedAccess: ion.allowDelegatedAccess,
    gdapStatus: ion.gdapStatus,
    gdapLevel: ion.gdapLevel,
    gdapRoles: ion.gdapRoles,
    billingAccounts: ion.billingAccounts,
  };
}

function splitName(fullName: string | null): [string | null, string | null] {
  const words = (fullName ?? "").split(/\s+/).filter(Boolean);
  if (words.length < 2) return [words[0] ?? null, null];
  return [words.slice(0, -1).join(" "), words.at(-1) ?? null];
}

function unlessNothing(text: string | null): string | null {
  return text === NOTHING_TO_SAY ? null : text;
}

/** The names whose values the Ion client keeps back (CONTRACT.md section 8.9). */
function looksSecret(key: string): boolean {
  return /pass|secret|token|access_?key|private_?key|credential/i.test(key);
}
