import { isRecord, own, type UnknownRecord } from "./record";

/** The parts of a product's deployment that ask the buyer something. Never its credentials. */
export interface DeploymentForms {
  /** `FormSchema` objects: a schema and its layout. */
  forms: UnknownRecord[];
  /** `actions[].api.inputFields` entries: the flatter second source. */
  inputFields: UnknownRecord[];
}

/** Events whose form is asked for before a first order. Source: CONTRACT.md section 5.4 (inferred there). */
const CREATE_EVENTS = ["PREPURCHASE", "SUBSCRIPTION_START"];

/**
 * Finds what a product asks of a buyer, in any wrapping: the product's `deployment`, a list of deployment configs, one
 * config, its `configuration`, or a bare `FormSchema`. Of several configs only those for creating a subscription
 * count, pre-purchase first.
 */
export function findDeploymentForms(deployment: unknown): DeploymentForms {
  const configs = own(deployment, "deployments") ?? deployment;
  if (Array.isArray(configs)) {
    const wanted = CREATE_EVENTS.flatMap((event) =>
      configs.filter((config) => String(own(config, "event") ?? "").toUpperCase() === event),
    );
    return wanted.map(readConfig).reduce(join, { forms: [], inputFields: [] });
  }
  return readConfig(configs);
}

function readConfig(config: unknown): DeploymentForms {
  const form = [own(own(config, "configuration"), "form"), own(config, "form"), config].find(isFormSchema);
  const actions = own(config, "actions");
  const inputFields = (Array.isArray(actions) ? actions : []).flatMap((action: unknown) => {
    const fields = own(own(action, "api"), "inputFields");
    return Array.isArray(fields) ? fields.filter(isRecord) : [];
  });
  return { forms: isRecord(form) ? [form] : [], inputFields };
}

function isFormSchema(value: unknown): boolean {
  return isRecord(value) && isRecord(own(value, "schema"));
}

function join(one: DeploymentForms, other: DeploymentForms): DeploymentForms {
  return {
    forms: [...one.forms, ...other.forms],
    inputFields: [...one.inputFields, ...other.inputFields],
  };
}
