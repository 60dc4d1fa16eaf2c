"use client";

import { useMemo } from "react";
import { clampQuantity, planKey, proposePlan } from "@/lib/catalog/compare-plans";
import type { Plan, Product } from "@/lib/catalog/schemas";
import type { PlanChoice } from "./plan-choice";

const any = () => true;

/**
 * The plan and quantity that count: the person's own choice where it is still there and can be ordered, else the plan
 * that leaves no choice; the quantity within that plan's limits.
 */
export function usePlanChoice(
  product: Product | undefined,
  choice: PlanChoice,
  wanted: (plan: Plan) => boolean = any,
): { plan: Plan | undefined; quantity: number } {
  const plans = useMemo(() => product?.skus.flatMap((sku) => sku.plans) ?? [], [product]);
  const chosen = plans.find((plan) => planKey(plan) === choice.key && plan.orderable.ok);
  const plan = chosen ?? proposePlan(plans, wanted);
  return { plan, quantity: plan ? clampQuantity(choice.quantity, plan) : choice.quantity };
}
