import type { AttributeValues } from "@/lib/provisioning/attribute-schema";
import type { ProvisioningForm } from "@/lib/provisioning/build-provisioning-form";
import { cleanValues } from "@/lib/provisioning/clean-values";

/** How many of a form's questions have an answer that says something. */
export function answeredCount(
  { schema }: Pick<ProvisioningForm, "schema">,
  answers: AttributeValues,
): number {
  const said = cleanValues(schema, answers);
  return Object.entries(schema.properties).filter(
    ([key, property]) => property.const === undefined && said[key] !== undefined,
  ).length;
}
