import { type CallOptions, type IonTransport, pathOf } from "./call";
import { bytesForPage, DEFAULT_PAGE_SIZE, followOffsets, nextOffset } from "./paginate";
import type { RowPage } from "./schemas/row-page";
import {
  type IonSubscription,
  subscriptionRowsSchema,
  subscriptionSchema,
  subscriptionsPageSchema,
} from "./schemas/subscriptions";

/** Dates as ISO 8601; Ion's own ranges such as LAST_MONTH go in `relative`. */
export interface DateRangeFilter {
  relative?: string;
  from?: string;
  to?: string;
}

export interface SubscriptionFilters {
  customerId?: string;
  /** The vendor's subscription id. */
  vendorSubscriptionId?: string;
  resellerId?: string;
  providerId?: string;
  /** One of Ion's statuses, upper case. */
  status?: string;
  starts?: DateRangeFilter;
  ends?: DateRangeFilter;
  endDate?: string;
  billingTerm?: string;
  billingCycle?: string;
  licenses?: number;
  /** Catalog product id (Ion's ccpProductId). */
  productId?: string;
  vendorProductId?: string;
  customerPO?: string;
  resellerPO?: string;
  customField?: { field: string; value: string };
  cloudProviderName?: string;
  accountName?: string;
  customerName?: string;
  subscriptionName?: string;
  resourceType?: string;
}

export interface SubscriptionListOptions extends CallOptions {
  filters?: SubscriptionFilters;
  limit?: number;
  /** Ion documents no order of rows, and paging without one skips and repeats: by default by id, ascending. */
  sortBy?: string;
  sortOrder?: "ASC" | "DESC";
}

/** Subscriptions (CONTRACT.md section 2.6). */
export function createSubscriptions(transport: IonTransport, accountId: string) {
  const collection = pathOf`/api/v3/accounts/${accountId}/subscriptions`;

  /** One page. `totalCount` is null when Ion gives none; go on until `nextOffset` is null. */
  async function list(
    options: SubscriptionListOptions & { offset?: number } = {},
  ): Promise<{ subscriptions: IonSubscription[]; totalCount: number | null; nextOffset: number | null }> {
    const offset = options.offset ?? 0;
    const page = await transport.call({
      operation: "subscriptions.list",
      method: "GET",
      path: collection,
      query: {
        ...toQuery(options.filters ?? {}),
        "pagination.limit": options.limit ?? DEFAULT_PAGE_SIZE,
        "pagination.offset": offset,
        "pagination.sortBy": options.sortBy ?? "id",
        "pagination.sortOrder": options.sortOrder ?? "ASC",
      },
      schema: subscriptionsPageSchema,
      signal: options.signal,
    });
    const totalCount = page.totalCount ?? page.paginationResponse?.totalSize ?? null;
    return {
      subscriptions: page.items,
      totalCount,
      nextOffset: nextOffset(offset, page.items.length, totalCount),
    };
  }

  /**
   * One page of all subscriptions, row by row: one that can't be read is skipped and said. `nextOffset` counts the rows
   * that came, readable or not; null at the end.
   */
  async function readPage(
    options: Pick<SubscriptionListOptions, "limit" | "sortBy" | "sortOrder" | "signal"> & {
      offset?: number;
    } = {},
  ): Promise<RowPage<IonSubscription> & { nextOffset: number | null }> {
    const offset = options.offset ?? 0;
    const page = await transport.call({
      operation: "subscriptions.list",
      method: "GET",
      path: collection,
      query: {
        "pagination.limit": options.limit ?? DEFAULT_PAGE_SIZE,
        "pagination.offset": offset,
        "pagination.sortBy": options.sortBy ?? "id",
        "pagination.sortOrder": options.sortOrder ?? "ASC",
      },
      schema: subscriptionRowsSchema,
      maxBodyBytes: bytesForPage(options.limit),
      signal: options.signal,
    });
    return { ...page, nextOffset: nextOffset(offset, page.received, page.totalCount) };
  }

  /** Every subscription that matches, each once. One pass can miss rows that move meanwhile. */
  function listAll(options: SubscriptionListOptions = {}) {
    return followOffsets(
      async (offset) => {
        const page = await list({ ...options, offset });
        return { rows: page.subscriptions, totalCount: page.totalCount };
      },
      (subscription) => subscription.id,
    );
  }

  /**
   * One subscription with its details, by Ion's internal id. `refresh` makes Ion ask the vendor again: use it rarely,
   * it is not repeated on failure. Throws IonError "not-found".
   */
  async function get(
    customerId: string,
    subscriptionId: string,
    options: CallOptions & { refresh?: boolean } = {},
  ): Promise<IonSubscription> {
    return transport.call({
      operation: "subscriptions.get",
      method: "GET",
      path: pathOf`/api/v3/accounts/${accountId}/customers/${customerId}/subscriptions/${subscriptionId}`,
      query: { refresh: options.refresh || undefined },
      schema: subscriptionSchema,
      retry: !options.refresh,
      signal: options.signal,
    });
  }

  return { list, readPage, listAll, get };
}

/** Query names as the OpenAPI text spells them (D34, D35, D38). */
function toQuery(filters: SubscriptionFilters) {
  return {
    customerId: filters.customerId,
    subscriptionId: filters.vendorSubscriptionId,
    resellerId: filters.resellerId,
    providerId: filters.providerId,
    subscriptionStatus: filters.status,
    ...rangeQuery("startDateRange", filters.starts),
    ...rangeQuery("endDateRange", filters.ends),
    endDate: filters.endDate,
    billingTerm: filters.billingTerm,
    billingCycle: filters.billingCycle,
    totalLicense: filters.licenses,
    ccpProductId: filters.productId,
    providerProductId: filters.vendorProductId,
    customerPo: filters.customerPO,
    resellerPo: filters.resellerPO,
    "customField.field": filters.customField?.field,
    "customField.value": filters.customField?.value,
    cloudProviderName: filters.cloudProviderName,
    accountName: filters.accountName,
    customerName: filters.customerName,
    subscriptionName: filters.subscriptionName,
    resourceType: filters.resourceType,
  };
}

function rangeQuery(name: string, range: DateRangeFilter | undefined) {
  return {
    [`${name}.relativeDateRange`]: range?.relative,
    [`${name}.fixedDateRange.startDate`]: range?.from,
    [`${name}.fixedDateRange.endDate`]: range?.to,
  };
}
