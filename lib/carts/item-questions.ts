import type { AttributeValues } from "@/lib/provisioning/attribute-schema";
import type { ProvisioningForm } from "@/lib/provisioning/build-provisioning-form";
import * as s from "@/lib/shape";
import { provisioningStateSchema } from "./schemas";

const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);

/** One line's questions on their way to the browser. The form's own parts were made, and checked, on the server. */
export const itemQuestionsSchema = s.object({
  cartItemId: s.string(),
  form: s.custom<ProvisioningForm>(
    (value) => isObject(value) && isObject((value as ProvisioningForm).schema),
  ),
  answers: s.custom<AttributeValues>(isObject),
  /** A person has said that the customer has no tenant yet. */
  isConfirmed: s.boolean(),
  /** The key of the draft under which that is kept. */
  confirmationKey: s.string(),
  /** Passwords are asked as well, but when the order is placed. */
  asksSecrets: s.boolean(),
  savedAt: s.string().nullable(),
  /** What another line of the cart has against the domain here. */
  clash: s.string().nullable(),
  /** An order under way that may be making the customer's tenant. */
  tenantOrderId: s.string().nullable(),
  provisioning: provisioningStateSchema,
});
export type ItemQuestions = s.Infer<typeof itemQuestionsSchema>;
