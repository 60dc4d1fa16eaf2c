/**
 * The key of a draft under which a person's word is kept that the customer has no tenant yet. No attribute of Ion's can
 * be called so.
 */
export const CONFIRMATION_KEY = "$newTenantConfirmed";

/** Whether the draft holds that word. */
export function isConfirmed(values: Readonly<Record<string, unknown>> | undefined): boolean {
  return values?.[CONFIRMATION_KEY] === true;
}
