import { mirrorCustomers } from "@/lib/db/schema/mirror";
import { fold } from "@/lib/fold";
import { isIonError } from "@/lib/ion/errors";
import { customerSchema, type IonCustomer } from "@/lib/ion/schemas/customers";
import { detailFields } from "@/lib/mirror/detail-fields";
import type { MirrorSource } from "@/lib/mirror/mirror-source";
import { sortKey } from "@/lib/mirror/sort-key";
import { toCustomerRow } from "./to-customer";

const rawCustomer = customerSchema();

/** How customers are mirrored. */
export const customerMirror: MirrorSource<IonCustomer, typeof mirrorCustomers> = {
  resource: "customers",
  table: mirrorCustomers,
  children: [],
  idOf: (customer) => customer.id,
  toRow: (customer) => {
    const row = toCustomerRow(customer);
    const { organization, contactName, email, domain, id } = row;
    return {
      columns: {
        ...row,
        sortName: sortKey(organization),
        updatedAt: customer.updatedAt,
        search: fold([organization, contactName, email, domain, id].filter(Boolean).join(" ")),
        raw: customer.raw,
      },
    };
  },
  fromRaw: (raw) => rawCustomer.parse(raw),
  detail: detailFields(
    "alternateEmail",
    "customerDomain",
    "customerCustomFields",
    "primaryContactFirstName",
    "primaryContactLastName",
    // As the guide's tables misspell them (D25).
    "primaryContantFirstName",
    "primaryContantLastName",
  ),
  readPage: async (ion, from, { pageSize, signal }) => {
    const page = await ion.customers.readPage({ pageSize, pageToken: from ?? undefined, signal });
    return { items: page.items, skipped: page.skipped, next: page.nextPageToken, total: page.totalCount };
  },
  readOne: async (ion, { id }) => {
    try {
      return await ion.customers.get(id);
    } catch (error) {
      if (isIonError(error, "not-found")) return null;
      throw error;
    }
  },
  changedAt: (customer) => customer.updatedAt,
  watched: ["organization", "status", "country", "email"],
  nameOf: ({ id, organization }) => (typeof organization === "string" ? organization : id),
};
