import { invalidRequest, missingProperty, notFound } from "../errors";
import { type Call, json, type Route } from "../http/route";
import { toRawTemplate } from "../templates/raw-template";
import type { Template } from "../templates/template";
import { findTemplate, TEMPLATES } from "../templates/template-list";

const ROOT = "/api/v3/accounts/:accountId/provisionTemplates";
const LISTED_VENDORS = ["MICROSOFT", "GOOGLE", "IBM", "SOPHOS"];

function list(call: Call) {
  const { query, emulator } = call;
  const { variants } = emulator;
  const vendor = query.text("vendor")?.toUpperCase();
  if (vendor === undefined && variants.is("template-vendor", "required")) throw missingProperty("vendor");
  const action = query.text("action")?.toUpperCase();
  if (action !== undefined && !["CREATE", "UPDATE", "ACTION_NOT_SPECIFIED"].includes(action)) {
    throw invalidRequest("action must be equal to one of the allowed values");
  }
  const known = variants.is("template-vendors", "all")
    ? [...LISTED_VENDORS, "MCAFEE", "ITG"]
    : LISTED_VENDORS;
  if (vendor !== undefined && vendor !== "NOT_SPECIFIED" && !known.includes(vendor)) {
    throw invalidRequest("vendor must be equal to one of the allowed values");
  }
  const provider = query.text("provider")?.toLowerCase();
  const matches = (template: Template) =>
    known.includes(template.vendor) &&
    (vendor === undefined || vendor === "NOT_SPECIFIED" || template.vendor === vendor) &&
    (action === undefined || action === "ACTION_NOT_SPECIFIED" || template.action === action) &&
    (provider === undefined || template.providers.includes(provider));
  const refs = TEMPLATES.filter(matches).map((template) => toRawTemplate(template, "list", variants));
  if (variants.is("template-list-envelope", "array")) return json(refs);
  if (variants.is("template-list-envelope", "bare")) return json(refs[0] ?? {});
  return json(refs.length === 1 ? { provisioningReference: refs[0] } : { provisioningReferences: { refs } });
}

function get(call: Call) {
  const id = call.param("templateId");
  const template = findTemplate(id);
  if (!template) throw notFound(`accounts/${call.accountId}/provisionTemplates/${id}`);
  const { variants } = call.emulator;
  const raw = toRawTemplate(template, "id", variants);
  return json(variants.is("template-envelope", "bare") ? raw : { provisioningReference: raw });
}

export const templateRoutes: Route[] = [
  { method: "GET", path: ROOT, handle: list },
  { method: "GET", path: `${ROOT}/:templateId`, handle: get },
];
