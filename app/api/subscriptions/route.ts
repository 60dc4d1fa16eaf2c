import { parseSearch, runRoute } from "@/lib/route-handler";
import { listSubscriptions } from "@/lib/subscriptions/live-list-subscriptions";
import { subscriptionQuerySchema } from "@/lib/subscriptions/subscription-query";

export async function GET(request: Request) {
  return runRoute(() => listSubscriptions(parseSearch(subscriptionQuerySchema, request)));
}
