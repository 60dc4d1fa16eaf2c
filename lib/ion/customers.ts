import type { z } from "zod";
import { type CallOptions, type IonTransport, pathOf } from "./call";
import { readCustomFields, readNewUser } from "./credentials";
import { IonError } from "./errors";
import { isRecord } from "./json";
import { bytesForPage, DEFAULT_PAGE_SIZE, followTokens } from "./paginate";
import { isSecretName } from "./redact";
import type { IonCustomField } from "./schemas/attributes";
import {
  createdCustomerSchema,
  customerRowsSchema,
  customerSchema,
  customersPageSchema,
  type IonCustomer,
} from "./schemas/customers";
import type { RowPage } from "./schemas/row-page";
import { definedOnly } from "./wire";

export interface CustomerFilters {
  /** Primary contact's e-mail address. */
  email?: string;
  /** Two letters. */
  languageCode?: string;
  /** The contact's "First Last", not the organization. */
  contactName?: string;
  status?: "ACTIVE" | "INACTIVE";
}

/** Everything a customer can be written with. In an update, null empties a field and undefined leaves it to `preserve`. */
export interface IonCustomerInput {
  organization: string;
  contactName: string;
  email: string;
  languageCode: string;
  address: {
    street: string;
    suite?: string | null;
    city: string;
    state: string;
    zip: string;
    country: string;
  };
  phone?: string | null;
  title?: string | null;
  alternateEmail?: string | null;
  domain?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  customFields?: IonCustomField[];
  status?: "ACTIVE" | "INACTIVE";
}

/** User name and password of the default user Ion makes with a customer. Show once; no call can read it again. */
export interface IonNewUser {
  userName: string | null;
  password: string;
}

/** Fields of Ion's customer that are Ion's to write. */
const OUTPUT_ONLY = new Set(["name", "uid", "user", "createTime", "updateTime", "nextPageToken"]);

/** Customers of the account (CONTRACT.md section 2.1). */
export function createCustomers(transport: IonTransport, accountId: string) {
  const collection = pathOf`/api/v3/accounts/${accountId}/customers`;

  /** One page, oldest customer first. */
  async function list(
    options: CallOptions & { pageSize?: number; pageToken?: string; filters?: CustomerFilters } = {},
  ): Promise<{ customers: IonCustomer[]; nextPageToken: string | null }> {
    const { filters = {} } = options;
    return transport.call({
      operation: "customers.list",
      method: "GET",
      path: collection,
      query: {
        pageSize: options.pageSize ?? DEFAULT_PAGE_SIZE,
        pageToken: options.pageToken,
        "filter.customerEmail": filters.email,
        "filter.languageCode": filters.languageCode,
        "filter.customerName": filters.contactName,
        "filter.customerStatus": filters.status ?? defaultStatus(filters),
      },
      schema: customersPageSchema,
      signal: options.signal,
    });
  }

  /** One page of all customers, row by row: a customer that can't be read is skipped and said. */
  async function readPage(
    options: CallOptions & { pageSize?: number; pageToken?: string } = {},
  ): Promise<RowPage<IonCustomer>> {
    return transport.call({
      operation: "customers.list",
      method: "GET",
      path: collection,
      query: { pageSize: options.pageSize ?? DEFAULT_PAGE_SIZE, pageToken: options.pageToken },
      schema: customerRowsSchema,
      maxBodyBytes: bytesForPage(options.pageSize),
      signal: options.signal,
    });
  }

  /** Every customer that matches, page after page. */
  function listAll(filters: CustomerFilters = {}, options: CallOptions & { pageSize?: number } = {}) {
    return followTokens(
      { operation: "customers.list", path: collection },
      async (pageToken) => {
        const page = await list({ ...options, filters, pageToken });
        return { rows: page.customers, nextPageToken: page.nextPageToken };
      },
      (customer) => customer.id,
    );
  }

  /** One customer. Throws IonError "not-found". */
  async function get(customerId: string, options: CallOptions = {}): Promise<IonCustomer> {
    return transport.call({
      operation: "customers.get",
      method: "GET",
      path: `${collection}${pathOf`/${customerId}`}`,
      schema: customerSchema(customerId),
      signal: options.signal,
    });
  }

  /**
   * Creates a customer, and with it Ion's default user, whose password is in this answer and nowhere else.
   * Throws IonError "precondition" with `info.entity` for a taken e-mail address or a bad language code, "invalid" for a
   * missing field, "outcome-unknown" when the customer may exist: look it up by e-mail before trying again.
   */
  async function create(
    input: IonCustomerInput,
    options: CallOptions = {},
  ): Promise<{ customer: IonCustomer; user: IonNewUser | null }> {
    const { result, exposed } = await transport.callExposing(
      {
        operation: "customers.create",
        method: "POST",
        path: collection,
        body: toWire(input),
        schema: createdCustomerSchema,
        signal: options.signal,
      },
      readNewUser,
    );
    return { customer: await identify(result, input.email, options), user: exposed };
  }

  /**
   * Writes a customer whole. Read it, merge, then write; `preserve` takes the `raw` of the customer that was read, so
   * that fields this client does not know survive. The last writer wins: Ion has no version on customers.
   *
   * Custom fields whose value `get` kept back, because their name is a secret's, keep that value at Ion: one that is
   * given with null, and all of them when `customFields` is not given.
   */
  async function update(
    customerId: string,
    input: IonCustomerInput,
    options: CallOptions & { preserve?: Record<string, unknown> } = {},
  ): Promise<IonCustomer> {
    const preserve = options.preserve ?? {};
    const kept = Object.fromEntries(Object.entries(preserve).filter(([key]) => !OUTPUT_ONLY.has(key)));
    const written = toWire(input, "");
    const keptAddress = isRecord(kept.customerAddress) ? kept.customerAddress : {};
    const customerCustomFields = mergeCustomFields(
      input.customFields,
      readCustomFields(preserve),
      await heldCustomFields(customerId, options),
    );
    return transport.call({
      operation: "customers.update",
      method: "PUT",
      path: `${collection}${pathOf`/${customerId}`}`,
      body: {
        ...kept,
        ...written,
        customerAddress: { ...keptAddress, ...written.customerAddress },
        ...(customerCustomFields.length > 0 || input.customFields ? { customerCustomFields } : {}),
      },
      schema: customerSchema(customerId),
      signal: options.signal,
    });
  }

  /** What `get` keeps back; stays in this module. */
  async function heldCustomFields(customerId: string, options: CallOptions): Promise<IonCustomField[]> {
    const { exposed } = await transport.callExposing(
      {
        operation: "customers.get",
        method: "GET",
        path: `${collection}${pathOf`/${customerId}`}`,
        schema: customerSchema(customerId),
        signal: options.signal,
      },
      readCustomFields,
    );
    return exposed;
  }

  /** Some answers hold a person's name where the resource name belongs (D26): then the e-mail address finds the id. */
  async function identify(
    created: z.output<typeof createdCustomerSchema>,
    email: string,
    options: CallOptions,
  ): Promise<IonCustomer> {
    if (created.id !== null) return { ...created, id: created.id };
    try {
      for await (const customer of listAll({ email }, options)) {
        if (customer.email?.toLowerCase() === email.toLowerCase()) return { ...created, id: customer.id };
      }
    } catch (error) {
      throw unidentified(error);
    }
    throw unidentified();
  }

  function unidentified(cause?: unknown): IonError {
    const info = {
      operation: "customers.create",
      method: "POST",
      path: collection,
      sent: "maybe",
      field: "name",
    } as const;
    return new IonError(
      "outcome-unknown",
      { ...info, message: "created, but the answer does not say its id" },
      cause,
    );
  }

  return { list, readPage, listAll, get, create, update };
}

/**
 * The custom fields to write: what is wanted (else everything), with values that were kept back put in again. A field
 * that the reader could not even see, `seen` being all it saw, is not one it left out.
 */
function mergeCustomFields(
  wanted: IonCustomField[] | undefined,
  seen: IonCustomField[],
  held: IonCustomField[],
): IonCustomField[] {
  if (!wanted) return held;
  const heldValue = (key: string) => held.find((field) => field.key === key)?.value ?? null;
  const unseen = held.filter(({ key }) => isSecretName(key) && !seen.some((field) => field.key === key));
  const written = wanted.map(({ key, value }) => ({ key, value: value ?? heldValue(key) ?? "" }));
  return [...written, ...unseen.filter(({ key }) => !written.some((field) => field.key === key))];
}

/** Ion asks for a valid status whenever something is filtered; without one an inactive customer would be found too. */
function defaultStatus(filters: CustomerFilters): string | undefined {
  const filtering = filters.email ?? filters.languageCode ?? filters.contactName;
  return filtering === undefined ? undefined : "CUSTOMER_STATUS_UNSPECIFIED";
}

/** `emptied` stands for null: an empty text in an update, nothing at all in a create. */
function toWire(input: IonCustomerInput, emptied?: "") {
  const { address } = input;
  const orEmpty = (value: string | null | undefined) => (value === null ? emptied : value);
  return {
    ...definedOnly({
      customerOrganization: input.organization,
      customerName: input.contactName,
      customerEmail: input.email,
      // Ion's own samples send it in upper case.
      languageCode: input.languageCode.toUpperCase(),
      customerPhone: orEmpty(input.phone),
      customerTitle: orEmpty(input.title),
      alternateEmail: orEmpty(input.alternateEmail),
      customerDomain: orEmpty(input.domain),
      primaryContactFirstName: orEmpty(input.firstName),
      primaryContactLastName: orEmpty(input.lastName),
      customerCustomFields: input.customFields,
      customerStatus: input.status,
    }),
    customerAddress: definedOnly({ ...address, suite: orEmpty(address.suite) }),
  };
}
