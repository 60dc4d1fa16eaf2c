import { AppError } from "@/lib/errors";
import type { Plan } from "./schemas";

/** Throws AppError NOT_ORDERABLE with the reason; its text chooses the words by that reason. */
export function requireOrderable(plan: Pick<Plan, "orderable">): void {
  if (plan.orderable.ok) return;
  throw new AppError("NOT_ORDERABLE", { params: { reason: plan.orderable.reason.replaceAll("-", "_") } });
}
