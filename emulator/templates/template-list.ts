import { GOOGLE_TEMPLATES } from "./google-templates";
import { MICROSOFT_TEMPLATES, OPERATIONS, RENEWAL, STATUS } from "./microsoft-templates";
import { OTHER_TEMPLATES } from "./other-templates";
import type { Template } from "./template";

/** Every template of CONTRACT.md section 5.1, by number. */
export const TEMPLATES: readonly Template[] = [
  ...MICROSOFT_TEMPLATES,
  ...GOOGLE_TEMPLATES,
  ...OTHER_TEMPLATES,
].sort((one, other) => one.number.localeCompare(other.number));

/** By `provisiontemplate30`, `provisioningTemplate30`… in any case (CONTRACT.md section 5.1). */
export function findTemplate(id: string): Template | undefined {
  const number = /^provision(?:ing)?template(\d+)$/i.exec(id)?.[1];
  return TEMPLATES.find((template) => template.number === number);
}

/** @throws Error for a number that is not in the table: the emulator's own mistake. */
export function requireTemplate(number: string): Template {
  const template = TEMPLATES.find((one) => one.number === number);
  if (!template) throw new Error(`no template ${number}`);
  return template;
}

/** Every value that any Microsoft template accepts for `operations`. */
export const ALLOWED_VALUES: Readonly<Record<string, readonly string[]>> = {
  operations: OPERATIONS,
  renewalSetting: RENEWAL,
  statusUpdate: STATUS,
};
