import type { TenantState } from "./choose-template";
import { own, type UnknownRecord } from "./record";
import { toTemplateId } from "./template-id";
import type { TemplateWarning } from "./warnings";

export interface PickedTemplate {
  template: UnknownRecord | null;
  warnings: TemplateWarning[];
}

/** Creates a tenant. Used for a customer who has one, it would create a second. */
const NEW_TENANT = "provisiontemplate30";
/** Adds to the tenant the customer has. */
const EXISTING_TENANT = "provisiontemplate38";

/**
 * The one template, of those Ion sent, that a form is made from: the wanted id; else the only one; else, of several,
 * Microsoft's for the tenant's state. A vendor's list never settles by chance which kind of order is placed: where it
 * stays open, or contradicts the tenant's state, there is none. Source: CONTRACT.md sections 2.7 and 8.15.
 */
export function pickTemplate(
  templates: readonly UnknownRecord[],
  wantedId: string | null | undefined,
  tenantState: TenantState,
): PickedTemplate {
  const found = find(templates, toTemplateId(wantedId), tenantState);
  const id = found.template === null ? undefined : idOf(found.template);
  const isMismatch =
    (id === NEW_TENANT && tenantState === "existing") || (id === EXISTING_TENANT && tenantState === "new");
  return isMismatch ? nothing("tenant-mismatch", id) : found;
}

function find(
  templates: readonly UnknownRecord[],
  wanted: string | undefined,
  tenantState: TenantState,
): PickedTemplate {
  const [first, ...others] = templates;
  if (first === undefined) return nothing("no-template");
  if (wanted !== undefined) return findWanted(templates, wanted);
  if (others.length === 0) return { template: first, warnings: [] };

  const byTenant = new Map([
    ["existing", EXISTING_TENANT],
    ["new", NEW_TENANT],
  ]).get(tenantState);
  const match = templates.find((template) => byTenant !== undefined && idOf(template) === byTenant);
  return match === undefined ? nothing("template-ambiguous") : { template: match, warnings: [] };
}

function findWanted(templates: readonly UnknownRecord[], wanted: string): PickedTemplate {
  const match = templates.find((template) => idOf(template) === wanted);
  if (match !== undefined) return { template: match, warnings: [] };
  // Asked for by id and answered with one that carries none: it is the one.
  const [only, ...others] = templates;
  const isNameless = only !== undefined && others.length === 0 && idOf(only) === undefined;
  return isNameless
    ? { template: { ...only, id: wanted }, warnings: [] }
    : nothing("template-missing", wanted);
}

function nothing(code: TemplateWarning["code"], subject?: string): PickedTemplate {
  return { template: null, warnings: [{ code, ...(subject === undefined ? {} : { subject }) }] };
}

function idOf(template: UnknownRecord): string | undefined {
  return toTemplateId(own(template, "id") ?? own(template, "$id"));
}
