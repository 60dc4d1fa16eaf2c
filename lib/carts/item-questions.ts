import { z } from "zod";
import type { AttributeValues } from "@/lib/provisioning/attribute-schema";
import type { ProvisioningForm } from "@/lib/provisioning/build-provisioning-form";
import { provisioningStateSchema } from "./schemas";

const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);

/** One line's questions on their way to the browser. The form's own parts were made, and checked, on the server. */
export const itemQuestionsSchema = z.object({
  cartItemId: z.string(),
  form: z.custom<ProvisioningForm>(
    (value) => isObject(value) && isObject((value as ProvisioningForm).schema),
  ),
  answers: z.custom<AttributeValues>(isObject),
  /** A person has said that the customer has no tenant yet. */
  isConfirmed: z.boolean(),
  /** The key of the draft under which that is kept. */
  confirmationKey: z.string(),
  /** Passwords are asked as well, but when the order is placed. */
  asksSecrets: z.boolean(),
  savedAt: z.string().nullable(),
  /** What another line of the cart has against the domain here. */
  clash: z.string().nullable(),
  /** An order under way that may be making the customer's tenant. */
  tenantOrderId: z.string().nullable(),
  provisioning: provisioningStateSchema,
});
export type ItemQuestions = z.infer<typeof itemQuestionsSchema>;
