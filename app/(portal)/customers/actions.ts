"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { type ActionResult, runAction } from "@/lib/action";
import { type ChosenCustomer, chooseCustomer, forgetChosenCustomer } from "@/lib/customers/chosen-customer";
import { type CreatedCustomer, createCustomer } from "@/lib/customers/create-customer";
import { explainRefusal } from "@/lib/customers/explain-refusal";
import { type UpdatedCustomer, updateCustomer } from "@/lib/customers/update-customer";
import { createCustomerInput, updateCustomerInput } from "@/lib/customers/write-schemas";
import { customerParams } from "@/lib/ids";
import { routes } from "@/lib/routes";

/** Works for this customer from now on, in this browser. */
export async function chooseCustomerAction(raw: unknown): Promise<ActionResult<ChosenCustomer>> {
  return runAction(customerParams, raw, ({ customerId }) => chooseCustomer(customerId));
}

/** Works for nobody in particular. */
export async function forgetCustomerAction(): Promise<ActionResult<null>> {
  return runAction(z.undefined(), undefined, async () => {
    await forgetChosenCustomer();
    return null;
  });
}

/**
 * Creates a customer. The first user's password is in this answer and nowhere else: the form shows it once, and
 * nothing keeps it.
 */
export async function createCustomerAction(raw: unknown): Promise<ActionResult<CreatedCustomer>> {
  return runAction(createCustomerInput, raw, (input) => createCustomer(input).catch(explainRefusal));
}

/** Saves a customer, or hands back what somebody else changed meanwhile. */
export async function updateCustomerAction(raw: unknown): Promise<ActionResult<UpdatedCustomer>> {
  return runAction(updateCustomerInput, raw, async (input) => {
    const updated = await updateCustomer(input).catch(explainRefusal);
    // Its name stands in the top bar and in pages that were drawn before.
    if (updated.outcome === "saved") revalidatePath(routes.home(), "layout");
    return updated;
  });
}
