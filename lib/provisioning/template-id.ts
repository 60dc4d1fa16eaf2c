const TEMPLATE_ID = /^provision(?:ing)?template0*(\d{1,6})$/i;

/**
 * Any spelling of a template id that Ion's documents use (`provisiontemplate01`, `provisioningtemplate12`,
 * `provisioningTemplate01`) as the one its URL takes: `provisiontemplateNN`. Undefined when it is no template id.
 * Source: CONTRACT.md section 5.1.
 */
export function toTemplateId(raw: unknown): string | undefined {
  if (typeof raw !== "string") return undefined;
  const digits = TEMPLATE_ID.exec(raw.trim())?.[1];
  return digits === undefined ? undefined : `provisiontemplate${digits.padStart(2, "0")}`;
}
