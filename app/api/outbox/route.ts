import { listOutbox } from "@/lib/orders/intents/list-outbox";
import { runRoute } from "@/lib/route-handler";

/** What is held, going, unconfirmed and lately settled; polled by the outbox page. */
export function GET() {
  return runRoute(listOutbox);
}
