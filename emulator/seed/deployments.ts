import type { Deployment } from "../catalog";
import type { DeploymentKind } from "./product-seed";

/**
 * `product.deployment` with its forms (CONTRACT.md section 5.4). The forms have the shapes a reader must cope with:
 * sections, a key that no property has, a property that no entry shows, defaults that are strings, `enum` beside
 * `enumValues`. The actions carry provider credentials, as Ion's do: a reader must never pass them on.
 */
export function buildDeployment(kind: DeploymentKind, productName: string): Deployment {
  const { form, event, inputFields, message } = FORMS[kind];
  return {
    deployments: [
      {
        event,
        actions: [
          {
            name: `${productName}/deployments/-/action/1`,
            type: "API",
            ordinal: 1,
            api: {
              url: `https://provisioning.ion.example/${kind}`,
              method: "HTTP_POST",
              credentials: {
                type: "BASIC",
                basicAuth: { username: `svc-${kind}`, password: `seed-only-${kind}-password` },
                oauth: { clientId: `client-${kind}`, clientSecret: `seed-only-${kind}-secret` },
              },
              inputFields,
            },
            description: "Creates the account at the vendor",
          },
          {
            name: `${productName}/deployments/-/action/2`,
            type: "BONITOR",
            ordinal: 2,
            bonitor: {
              provisioningName: `${kind}_create`,
              provisioningType: "AUTOMATIC",
              provisioningCategory: kind.toUpperCase(),
              needsAdminProvision: false,
              parameters: [],
            },
          },
        ],
        configuration: form && { form },
      },
    ],
    successMessage: message,
  };
}

const SCHEMA_URI = "http://json-schema.org/draft-04/schema#";
const text = { type: "JSON_SCHEMA_PROPERTY_TYPE_STRING" };

type FormSchema = { schema: { required: string[] } & Record<string, unknown>; form: unknown[] };
type Form = { event: string; message: string; form?: FormSchema; inputFields: unknown[] };

const FORMS: Record<DeploymentKind, Form> = {
  sophos: {
    event: "PREPURCHASE",
    message: "The Sophos Central tenant is ready.",
    inputFields: [],
    form: {
      schema: {
        schemaUri: SCHEMA_URI,
        type: "JSON_SCHEMA_TYPE_OBJECT",
        properties: {
          region: { ...text, default: "us", enumValues: ["us", "ie", "de", "ca"] },
          tenantName: { ...text, pattern: "^[A-Za-z0-9 .-]{3,60}$" },
          contactEmail: text,
        },
        required: ["region", "tenantName"],
      },
      form: [
        {
          key: "",
          widget: "SECTION",
          title: "Sophos Central",
          description: "Where the customer's data is kept.",
          items: [
            {
              key: "tenantName",
              widget: "NONE",
              title: "Tenant name",
              description: "Shown in Sophos Central.",
              validationMessage: "3 to 60 letters, digits, spaces, dots or hyphens",
            },
            {
              key: "region",
              widget: "NONE",
              title: "Data region",
              description: "Cannot be changed later.",
              titleMap: [
                { name: "United States", value: "us" },
                { name: "Ireland", value: "ie" },
                { name: "Germany", value: "de" },
                { name: "Canada", value: "ca" },
              ],
            },
          ],
        },
        { key: "contactEmail", title: "Administrator's email" },
      ],
    },
  },
  ibm: {
    event: "SUBSCRIPTION_START",
    message: "The MaaS360 portal is ready.",
    inputFields: [],
    form: {
      schema: {
        type: "JSON_SCHEMA_TYPE_OBJECT",
        properties: {
          customerEmail: text,
          companyName: text,
          ibmCustomerId: { ...text, pattern: "^[0-9]{6,10}$" },
          deviceCount: { type: "JSON_SCHEMA_PROPERTY_TYPE_INTEGER", default: "25" },
        },
        required: ["customerEmail"],
      },
      form: [
        { key: "customerEmail", title: "Portal administrator", description: "Gets the invitation from IBM." },
        { key: "companyName", title: "Company name" },
        {
          key: "ibmCustomerId",
          title: "IBM customer number",
          description: "Leave empty for a new IBM customer.",
          validationMessage: "6 to 10 digits",
        },
        { key: "unknownKey", title: "A key that the schema does not have" },
      ],
    },
  },
  gcp: {
    event: "PREPURCHASE",
    message: "The billing account is ready.",
    inputFields: [],
    form: {
      schema: {
        schemaUri: SCHEMA_URI,
        type: "JSON_SCHEMA_TYPE_OBJECT",
        properties: {
          projectName: { ...text, pattern: "^[a-z][a-z0-9-]{4,28}[a-z0-9]$" },
          customerDomain: text,
          billingEmail: text,
        },
        required: ["customerDomain", "billingEmail"],
      },
      form: [
        {
          key: "customerDomain",
          title: "Customer's domain",
          description: "The domain of the Google organisation.",
        },
        {
          key: "projectName",
          title: "First project",
          description: "6 to 30 lower-case letters, digits and hyphens.",
          validationMessage: "Start with a letter; letters, digits and hyphens only",
        },
      ],
    },
  },
  acronis: {
    event: "PREPURCHASE",
    message: "The Acronis tenant is ready.",
    inputFields: [],
    form: {
      schema: {
        type: "JSON_SCHEMA_TYPE_OBJECT",
        properties: {
          tenantName: text,
          dataCentre: { ...text, enum: ["ca1", "us5", "eu2"], default: "ca1" },
          editions: {
            type: "JSON_SCHEMA_PROPERTY_TYPE_ARRAY",
            enumValues: ["backup", "security", "email", "disaster-recovery"],
          },
          allowRestoreByUsers: { type: "JSON_SCHEMA_PROPERTY_TYPE_BOOLEAN", default: "false" },
        },
        required: ["tenantName", "dataCentre"],
      },
      form: [
        { key: "tenantName", title: "Tenant name" },
        {
          key: "dataCentre",
          title: "Data centre",
          titleMap: [
            { name: "Canada", value: "ca1" },
            { name: "United States", value: "us5" },
            { name: "Europe", value: "eu2" },
          ],
        },
        { key: "editions", title: "Protection packs" },
        { key: "allowRestoreByUsers", title: "Users may restore their own files" },
      ],
    },
  },
  aws: {
    event: "PREPURCHASE",
    message: "The AWS account is linked.",
    inputFields: [],
    form: {
      schema: {
        schemaUri: SCHEMA_URI,
        type: "JSON_SCHEMA_TYPE_OBJECT",
        properties: {
          accountEmail: { ...text, pattern: "^[^@ ]+@[^@ ]+$" },
          accountName: text,
          supportLevel: { ...text, enumValues: ["basic", "business", "enterprise"], default: "basic" },
        },
        required: ["accountEmail", "accountName"],
      },
      form: [
        { key: "accountName", title: "Account name" },
        {
          key: "accountEmail",
          title: "Root email address",
          description: "Must not belong to another AWS account.",
        },
        { key: "supportLevel", title: "Support level" },
      ],
    },
  },
  "azure-plan": {
    event: "SUBSCRIPTION_START",
    message: "The Azure plan is active.",
    inputFields: [
      {
        name: "friendlyName",
        label: "Subscription name",
        type: "API_PARAMETER_TYPE_STRING",
        defaultValue: "Azure subscription",
        description: "Shown in the Azure portal.",
      },
    ],
  },
  sentinel: {
    event: "SUBSCRIPTION_START",
    message: "The Sentinel workspace is being set up.",
    inputFields: [
      {
        name: "workspaceName",
        label: "Workspace name",
        type: "API_PARAMETER_TYPE_STRING",
        defaultValue: "sentinel",
        description: "Name of the Log Analytics workspace.",
      },
      {
        name: "retentionDays",
        label: "Retention in days",
        type: "API_PARAMETER_TYPE_NUMBER",
        defaultValue: "90",
        description: "How long logs are kept.",
      },
      {
        name: "regions",
        label: "Regions",
        type: "API_PARAMETER_TYPE_STRING_LIST",
        defaultValue: "",
        description: "Azure regions to watch.",
      },
    ],
  },
};
