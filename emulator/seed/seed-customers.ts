import { DAY_MS, toIso } from "../clock";
import type { Random } from "../random";
import { uuidOf } from "../random";
import { type Customer, insertCustomer } from "../state/customers";
import type { Database } from "../state/database";
import { saveProfile } from "../state/tenants";
import { VENDORS } from "../vendors";
import { COMPANY_WORDS, PLACES, type Place } from "./people";

const WEIGHTED: Place[] = PLACES.flatMap((place) => Array.from({ length: place.weight }, () => place));

function slug(text: string): string {
  const plain = text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  return plain
    .replace(/[øœ]/g, "o")
    .replace(/ł/g, "l")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/[^a-z0-9]+/g, "");
}

export type SeededCustomer = { customer: Customer; hasTenant: boolean; createdAt: number };

/**
 * Customers in several countries, oldest first: every fifth without a Microsoft tenant, every fifteenth INACTIVE, every
 * seventh in the `preferred` price book.
 */
export function seedCustomers(
  db: Database,
  accountId: string,
  count: number,
  nowMs: number,
  random: Random,
): SeededCustomer[] {
  const first = nowMs - 1_200 * DAY_MS;
  return Array.from({ length: count }, (_, index) => {
    const place = index < PLACES.length ? (PLACES[index] ?? random.pick(WEIGHTED)) : random.pick(WEIGHTED);
    const word = COMPANY_WORDS[index % COMPANY_WORDS.length] ?? "Company";
    const round = Math.floor(index / COMPANY_WORDS.length);
    const organization = `${word} ${random.pick(place.suffixes)}${round === 0 ? "" : ` ${round + 1}`}`;
    const [firstName, lastName] = [random.pick(place.firstNames), random.pick(place.lastNames)];
    const [city, state, zip] = random.pick(place.cities);
    const domain = `${slug(word)}${round === 0 ? "" : round + 1}.example`;
    const createdAt = first + Math.floor((index / count) * 1_150) * DAY_MS + random.int(7, 17) * 3_600_000;
    const hasTenant = index % 5 !== 4;
    const customer = insertCustomer(db, {
      accountId,
      organization,
      address: {
        street: `${random.int(1, 240)} ${random.pick(place.streets)}`,
        suite: random.chance(0.2) ? `Suite ${random.int(1, 40)}` : undefined,
        city,
        state,
        zip,
        country: place.country,
      },
      contactName: `${firstName} ${lastName}`,
      email: `${slug(firstName)}.${slug(lastName)}@${domain}`,
      phone: `${place.phone}${String(random.int(1000, 9999))}`,
      title: random.chance(0.8) ? random.pick(["IT Manager", "Owner", "Office Manager", "CFO"]) : undefined,
      languageCode: place.language,
      alternateEmail: random.chance(0.5) ? `it@${domain}` : undefined,
      domain,
      firstName,
      lastName,
      customFields: random.chance(0.4) ? [{ key: "ContactID", value: String(random.int(1000, 9999)) }] : [],
      status: index % 15 === 14 ? "INACTIVE" : "ACTIVE",
      uid: `U${uuidOf(`uid:${accountId}:${index}`).replaceAll("-", "").slice(0, 12)}`,
      priceBook: index % 7 === 6 ? "preferred" : "standard",
      createTime: toIso(createdAt),
      updateTime: toIso(createdAt + random.int(0, 40) * DAY_MS),
    });
    if (hasTenant)
      saveTenant(
        db,
        customer,
        `${slug(word)}${accountId === "10001" ? "" : "no"}${round === 0 ? "" : round + 1}`,
      );
    if (index % 6 === 2) saveGoogle(db, customer, domain);
    return { customer, hasTenant, createdAt };
  });
}

function saveTenant(db: Database, customer: Customer, prefix: string): void {
  const { displayName, shortName, providerId } = VENDORS.microsoft;
  saveProfile(db, customer.customerId, {
    providerId: String(providerId),
    displayName,
    shortName,
    enabled: true,
    customerTenantId: uuidOf(`tenant:${customer.accountId}:${prefix}`),
    customerDomain: `${prefix}.onmicrosoft.com`,
    agreementStatus: "ACCEPTED",
    allowDelegatedAccess: true,
    gdapStatus: "ACTIVE",
    gdapLevel: "LIMITED",
    gdapRoles: ["Directory readers", "License administrator", "Service support administrator"],
  });
}

function saveGoogle(db: Database, customer: Customer, domain: string): void {
  const { displayName, shortName, providerId } = VENDORS.google;
  saveProfile(db, customer.customerId, {
    providerId: String(providerId),
    displayName,
    shortName,
    enabled: true,
    customerTenantId: `C0${uuidOf(domain).slice(0, 7)}`,
    customerDomain: domain,
  });
}
