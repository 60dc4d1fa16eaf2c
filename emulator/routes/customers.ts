import { type CustomerFields, readCustomer } from "../customers/read-customer";
import type { Emulator } from "../emulator";
import { invalidRequest, missingProperty, notFound, preconditionError, standardError } from "../errors";
import { readPage } from "../http/paging";
import { type Call, json, type Route } from "../http/route";
import { isLanguageCode } from "../languages";
import { customerName, presentCustomer, presentListedCustomer, presentNewUser } from "../present/customer";
import { uuidOf } from "../random";
import {
  type Customer,
  findCustomer,
  findCustomerByEmail,
  insertCustomer,
  listCustomers,
  saveCustomer,
} from "../state/customers";
import { issuePassword } from "../state/issued-secrets";
import { nextId } from "../state/meta";

const ROOT = "/api/v3/accounts/:accountId/customers";
/** @throws IonError 404 unless the customer belongs to the caller's account. */
export function requireCustomer(call: Call, customerId = call.param("customerId")): Customer {
  const customer = findCustomer(call.emulator.db, customerId);
  if (customer?.accountId === call.accountId) return customer;
  throw notFound(`accounts/${call.accountId}/customers/${customerId}`);
}

/** @throws IonError 412 for a taken e-mail (CUS-CR-001) or an unknown language (CUS-CR-002). */
function checkPreconditions(call: Call, fields: CustomerFields, ownId?: string): void {
  const { db, variants } = call.emulator;
  const taken = findCustomerByEmail(db, call.accountId, fields.email);
  if (taken && taken.customerId !== ownId) {
    throw preconditionError(variants.get("entity-key"), {
      entity: "primaryContactEmail",
      code: "CUS-CR-001",
      message: "The provided primaryContactEmail is already in use, please provide a different email.",
    });
  }
  if (!isLanguageCode(fields.languageCode)) {
    throw preconditionError(variants.get("entity-key"), {
      entity: "languageCode",
      code: "CUS-CR-002",
      message: "The provided language code is not valid",
    });
  }
}

function list(call: Call) {
  const { db } = call.emulator;
  const page = readPage(call);
  const status = call.query.text("filter.customerStatus")?.toUpperCase();
  if (status && !["ACTIVE", "INACTIVE", "CUSTOMER_STATUS_UNSPECIFIED"].includes(status)) {
    throw invalidRequest("filter.customerStatus must be equal to one of the allowed values");
  }
  const filter = {
    email: call.query.text("filter.customerEmail"),
    language: call.query.text("filter.languageCode"),
    status: status === "CUSTOMER_STATUS_UNSPECIFIED" ? undefined : status,
    name: call.query.text("filter.customerName"),
  };
  const found = listCustomers(db, call.accountId, filter, page.cursor, page.size + 1);
  const customers = found.slice(0, page.size);
  const last = customers.at(-1);
  return json({
    customers: customers.map(presentListedCustomer),
    nextPageToken: found.length > page.size && last ? page.tokenFor(Number(last.customerId)) : undefined,
  });
}

function create(call: Call) {
  const { db, clock, variants } = call.emulator;
  const fields = readCustomer(call, (property) =>
    variants.is("create-customer-400", "paging")
      ? invalidRequest("At least one of page_size and page_token must be present")
      : missingProperty(property),
  );
  checkPreconditions(call, fields);
  const now = clock.iso();
  const customer = insertCustomer(db, {
    accountId: call.accountId,
    ...fields,
    uid: `U${uuidOf(`${fields.email}:${now}`).replaceAll("-", "").slice(0, 12)}`,
    priceBook: "standard",
    createTime: now,
    updateTime: now,
  });
  return json({
    ...presentCustomer(customer, variants),
    ...namedAfterContact(call.emulator, customer),
    user: presentNewUser(customer, String(nextId(db, "user")), issuePassword(db, "user's password")),
  });
}

/** PUT is a full write: what is not sent is cleared (CONTRACT.md section 2.1). */
function update(call: Call) {
  const { db, clock, variants } = call.emulator;
  const existing = requireCustomer(call);
  const fields = readCustomer(call, (property) =>
    variants.is("update-customer-400", "404")
      ? standardError(404, "INVALID_REQUEST", `must have required property '${property}'`)
      : missingProperty(property),
  );
  checkPreconditions(call, fields, existing.customerId);
  const { customerId, accountId, uid, priceBook, createTime } = existing;
  const customer: Customer = {
    customerId,
    accountId,
    uid,
    priceBook,
    createTime,
    ...fields,
    updateTime: clock.iso(),
  };
  saveCustomer(db, customer);
  const withUser = variants.is("update-customer-user", "present");
  return json({
    ...presentCustomer(customer, variants),
    ...namedAfterContact(call.emulator, customer),
    user: withUser ? presentNewUser(customer, `d${customerId}`) : undefined,
  });
}

function namedAfterContact({ variants }: Emulator, customer: Customer): { name: string } {
  return { name: variants.is("customer-name", "contact") ? customer.contactName : customerName(customer) };
}

export const customerRoutes: Route[] = [
  { method: "GET", path: ROOT, handle: list },
  { method: "POST", path: ROOT, handle: create },
  {
    method: "GET",
    path: `${ROOT}/:customerId`,
    handle: (call) => json(presentCustomer(requireCustomer(call), call.emulator.variants)),
  },
  { method: "PUT", path: `${ROOT}/:customerId`, handle: update },
];
