import type { Database } from "./database";
import { nextId } from "./meta";

export type Address = {
  street: string;
  suite?: string;
  city: string;
  state: string;
  zip: string;
  country: string;
};
export type CustomField = { key: string; value: string };

/** A customer as the emulator keeps it; present/customer.ts turns it into Ion's shapes. */
export type Customer = {
  customerId: string;
  accountId: string;
  organization: string;
  address: Address;
  contactName: string;
  email: string;
  phone?: string;
  title?: string;
  languageCode: string;
  alternateEmail?: string;
  domain?: string;
  firstName?: string;
  lastName?: string;
  customFields: CustomField[];
  status: "ACTIVE" | "INACTIVE" | "CUSTOMER_STATUS_UNSPECIFIED";
  uid: string;
  /** `preferred` pays 3 % less than the price book's standard price. */
  priceBook: "standard" | "preferred";
  createTime: string;
  updateTime: string;
};

type Row = { customer_id: number; doc: string };

function parse(row: Row | undefined): Customer | undefined {
  return row && (JSON.parse(row.doc) as Customer);
}

export function insertCustomer(db: Database, customer: Omit<Customer, "customerId">): Customer {
  const customerId = nextId(db, "customer");
  const stored: Customer = { customerId: String(customerId), ...customer };
  db.run(
    `INSERT INTO customers (customer_id, account_id, email, contact, organization, language, status, price_book, doc)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    customerId,
    ...columns(stored),
  );
  return stored;
}

export function saveCustomer(db: Database, customer: Customer): void {
  db.run(
    `UPDATE customers SET account_id = ?, email = ?, contact = ?, organization = ?, language = ?, status = ?,
     price_book = ?, doc = ? WHERE customer_id = ?`,
    ...columns(customer),
    Number(customer.customerId),
  );
}

function columns(customer: Customer): string[] {
  return [
    customer.accountId,
    customer.email.toLowerCase(),
    customer.contactName.toLowerCase(),
    customer.organization.toLowerCase(),
    customer.languageCode.toLowerCase(),
    customer.status,
    customer.priceBook,
    JSON.stringify(customer),
  ];
}

/** Any account's customer; callers check whose it is. Ids that are not digits find nothing. */
export function findCustomer(db: Database, customerId: string): Customer | undefined {
  if (!/^\d{1,15}$/.test(customerId)) return undefined;
  return parse(
    db.get<Row>("SELECT customer_id, doc FROM customers WHERE customer_id = ?", Number(customerId)),
  );
}

export function findCustomerByEmail(db: Database, accountId: string, email: string): Customer | undefined {
  return parse(
    db.get<Row>(
      "SELECT customer_id, doc FROM customers WHERE account_id = ? AND email = ?",
      accountId,
      email.toLowerCase(),
    ),
  );
}

export type CustomerFilter = { email?: string; language?: string; status?: string; name?: string };

/** Ascending by creation; `after` is the last customer id of the page before. */
export function listCustomers(
  db: Database,
  accountId: string,
  filter: CustomerFilter,
  after: number,
  limit: number,
): Customer[] {
  const conditions = ["account_id = ?", "customer_id > ?"];
  const values: (string | number)[] = [accountId, after];
  const add = (column: string, value: string | undefined) => {
    if (value === undefined) return;
    conditions.push(`${column} = ?`);
    values.push(value);
  };
  add("email", filter.email?.toLowerCase());
  add("language", filter.language?.toLowerCase());
  add("status", filter.status);
  add("contact", filter.name?.toLowerCase());
  const rows = db.all<Row>(
    `SELECT customer_id, doc FROM customers WHERE ${conditions.join(" AND ")} ORDER BY customer_id LIMIT ?`,
    ...values,
    limit,
  );
  return rows.map((row) => JSON.parse(row.doc) as Customer);
}
