import { z } from "zod";
import { ionIdSchema } from "@/lib/ids";
import { commaList, listParams, momentParam, selection } from "@/lib/lists/list-params-schema";
import {
  DEFAULT_SUBSCRIPTION_SORT,
  SUBSCRIPTION_LIST_SORTS,
  SUBSCRIPTION_STATUS_FILTERS,
} from "./subscription-list-query";

/** A vendor's id at Ion. */
const providerId = z.string().min(1).max(100);
/** How it is billed: `license`, `usage`, … in Ion's words, lower case. */
const billingType = z
  .string()
  .toLowerCase()
  .regex(/^[a-z_ -]{1,40}$/);

/** What a list of subscriptions is asked for, read from an address. */
export const subscriptionListQuerySchema = z.object({
  ...listParams,
  status: commaList(z.enum(SUBSCRIPTION_STATUS_FILTERS)).optional(),
  customer: commaList(ionIdSchema).optional(),
  provider: commaList(providerId).optional(),
  billing: commaList(billingType).optional(),
  /** Whether it renews by itself. */
  renew: z.enum(["yes", "no"]).optional().catch(undefined),
  /** When it renews or ends, as the list shows it; a day counts whole, in UTC. */
  from: momentParam.optional().catch(undefined),
  to: momentParam.optional().catch(undefined),
  ids: selection(ionIdSchema).optional(),
  sort: z.enum(SUBSCRIPTION_LIST_SORTS).catch(DEFAULT_SUBSCRIPTION_SORT).default(DEFAULT_SUBSCRIPTION_SORT),
});
