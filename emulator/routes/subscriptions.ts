import { subscriptionNotFound } from "../errors";
import { readOffset } from "../http/paging";
import { type Call, json, jsonText, type Route } from "../http/route";
import {
  isPlainSubscriptionSpelling,
  presentSubscription,
  presentSubscriptionDetail,
} from "../present/subscription";
import { listSubscriptions } from "../state/subscription-list";
import { findSubscription, type Subscription } from "../state/subscriptions";
import { readConditions, readOrder } from "../subscriptions/list-filter";
import { requireCustomer } from "./customers";

const ACCOUNT = "/api/v3/accounts/:accountId";

function list(call: Call) {
  const { db, variants } = call.emulator;
  const { docs, total } = listSubscriptions(db, readConditions(call), {
    orderBy: readOrder(call),
    ...readOffset(call),
  });
  const items = isPlainSubscriptionSpelling(variants)
    ? docs
    : docs.map((doc) => JSON.stringify(presentSubscription(JSON.parse(doc) as Subscription, variants)));
  const count = variants.is("subscription-total", "string") ? `"${total}"` : total;
  return jsonText(
    `{"totalCount":${count},"items":[${items.join(",")}],"paginationResponse":{"totalSize":${total}}}`,
  );
}

/** `refresh` re-reads the vendor's side at Ion; here both are the same state. */
function get(call: Call) {
  const customer = requireCustomer(call);
  const id = call.param("id");
  const stored = findSubscription(call.emulator.db, customer.customerId, id);
  if (!stored) throw subscriptionNotFound(id);
  return json(presentSubscriptionDetail(stored.subscription, stored.detail, call.emulator.variants));
}

export const subscriptionRoutes: Route[] = [
  { method: "GET", path: `${ACCOUNT}/subscriptions`, handle: list },
  { method: "GET", path: `${ACCOUNT}/customers/:customerId/subscriptions/:id`, handle: get },
];
