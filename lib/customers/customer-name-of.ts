import "server-only";
import { log } from "@/lib/log";
import { customerNames } from "./customer-names";

/**
 * A customer's name by its id, or null. Unlike `customerNames` it never fails: a list of orders or subscriptions is
 * worth showing without names when Ion does not give the customers.
 */
export async function customerNameOf(): Promise<(customerId: string) => string | null> {
  try {
    const names = await customerNames();
    return (customerId) => names.get(customerId) ?? null;
  } catch (error) {
    log.warn({ err: error, event: "customer-names-unread" }, "customer names could not be read");
    return () => null;
  }
}
