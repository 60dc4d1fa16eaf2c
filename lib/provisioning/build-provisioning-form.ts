import type { Lookup } from "./attribute-dictionary";
import type { AttributeSchema, AttributeValues } from "./attribute-schema";
import type { TenantState } from "./choose-template";
import type { ProvisioningUiSchema } from "./form-ui";
import { fromDeploymentForm } from "./from-deployment-form";
import { labelSchema } from "./label-schema";
import { mergeForms } from "./merge-forms";
import { pickTemplate } from "./pick-template";
import { type PrefillCustomer, type PrefillSource, prefill } from "./prefill";
import { templateHash } from "./template-hash";
import { toAttributeSchema } from "./to-attribute-schema";
import { toUiSchema } from "./to-ui-schema";
import { unwrapTemplates } from "./unwrap-template";
import { fixedValues } from "./validate-attributes";
import type { TemplateWarning } from "./warnings";

export interface ProvisioningFormInput {
  /** What Ion answered to a template request, in any envelope; null or undefined when none was made. */
  templates: unknown;
  /** Which of several templates is meant; see `chooseTemplate`. */
  templateId?: string | null;
  /** The product's `deployment`, in any wrapping. */
  deployment?: unknown;
  tenantState: TenantState;
  customer?: PrefillCustomer;
  /** Licences in the cart item. */
  quantity?: number;
  /** YYYY-MM-DD in the person's zone; default: UTC's. */
  today?: string;
  /** Texts of the `provisioning` messages in the person's language. */
  t: Lookup;
}

/** Everything a page needs to ask the questions and a server to check the answers. Plain JSON. */
export interface ProvisioningForm {
  templateId: string | null;
  schema: AttributeSchema;
  uiSchema: ProvisioningUiSchema;
  /** Fixed values, product defaults and what is prefilled. */
  initialValues: AttributeValues;
  prefillSources: Record<string, PrefillSource>;
  warnings: TemplateWarning[];
  /** True when nobody says what is required: Ion decides when the order is placed. */
  requiredUnknown: boolean;
  /** How many questions a person sees; 0 means there is nothing to fill in. */
  questionCount: number;
  /** Fingerprint of the questions, the same in every language; a draft made under another one answered others. */
  hash: string;
}

/**
 * Makes the provisioning form of one cart item out of what Ion and the product say and what we know of the customer.
 * Pure: the same input gives the same form, so page and server agree. Never throws on odd input; see `warnings`.
 */
export function buildProvisioningForm(input: ProvisioningFormInput): ProvisioningForm {
  const { t } = input;
  const picked = pickTemplate(unwrapTemplates(input.templates), input.templateId, input.tenantState);
  const template = picked.template === null ? null : toAttributeSchema(picked.template);
  const product = fromDeploymentForm(input.deployment);
  const merged = mergeForms(template?.schema ?? null, product);
  const templateId = template?.templateId;

  const schema = labelSchema(merged.schema, templateId, t);
  const known = prefill(schema, input);
  const uiSchema = toUiSchema(schema, { templateId, productGroups: merged.productGroups, prefill: known, t });
  const wasAsked = input.templates !== null && input.templates !== undefined;
  return {
    templateId: templateId ?? null,
    schema,
    uiSchema,
    initialValues: { ...known.values, ...unticked(schema, known.values), ...fixedValues(schema) },
    prefillSources: known.sources,
    warnings: [
      ...(wasAsked ? picked.warnings : []),
      ...(template?.warnings ?? []),
      ...(product?.warnings ?? []),
      ...merged.warnings,
    ],
    requiredUnknown: schema["x-ion-required-unknown"] === true,
    questionCount: Object.values(schema.properties).filter((property) => property.const === undefined).length,
    hash: templateHash([templateId ?? null, merged.schema]),
  };
}

/** A required tick box that nobody touched means no, and says so to Ion. */
function unticked(schema: AttributeSchema, values: AttributeValues): AttributeValues {
  const keys = (schema.required ?? []).filter((key) => {
    const property = schema.properties[key];
    return property?.type === "boolean" && property.oneOf === undefined && values[key] === undefined;
  });
  return Object.fromEntries(keys.map((key) => [key, false]));
}
