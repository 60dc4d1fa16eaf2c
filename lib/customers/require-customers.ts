import { type Actor, seesCustomer } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";

/** Lets a question about certain customers pass. Throws AppError NOT_FOUND when one of them is somebody else's. */
export function requireCustomers(actor: Actor, customerIds: readonly string[] | undefined): void {
  if (customerIds?.some((id) => !seesCustomer(actor, id))) throw new AppError("NOT_FOUND");
}
