import { z } from "zod";
import { ionIdSchema } from "@/lib/ids";
import { customerFormSchema } from "./customer-form-schema";
import { customerValuesSchema } from "./customer-values";

/** What the two writes take. Their values are judged by the schema of the form. */

/** Ids of the sales people who look after the customer. */
export const assignmentsSchema = z.array(z.uuid()).max(500);

export const createCustomerInput = z.object({
  values: customerFormSchema(),
  salesPeople: assignmentsSchema,
});
export type CreateCustomerInput = z.infer<typeof createCustomerInput>;

export const updateCustomerInput = z
  .object({
    customerId: ionIdSchema,
    /** Values as Ion held them when the form was opened: compared, never written. */
    seen: customerValuesSchema,
    values: z.unknown(),
    /** Left out when the assignments were not touched. */
    salesPeople: assignmentsSchema.optional(),
  })
  .transform(({ values: raw, ...input }, context) => {
    const parsed = customerFormSchema(input.seen).safeParse(raw);
    if (parsed.success) return { ...input, values: parsed.data };
    for (const issue of parsed.error.issues) {
      // The form's own paths, so that each text finds its field.
      context.issues.push({ ...issue, input: raw } as Parameters<typeof context.issues.push>[0]);
    }
    return z.NEVER;
  });
export type UpdateCustomerInput = z.infer<typeof updateCustomerInput>;
