import "server-only";
import { isIonError } from "@/lib/ion/errors";
import type { TemplateChoice } from "@/lib/provisioning/choose-template";
import type { CartAccess } from "./cart-access";
import { kept } from "./kept";

/** Templates change when a vendor changes what it asks; Ion still has the last word on the order. */
const MAX_AGE_MS = 10 * 60_000;

/**
 * The provisioning template a line's questions come from, as Ion serves it; null when the vendor asks nothing or Ion has
 * no such template. By id, else by vendor. Throws IonError.
 */
export async function readTemplate(
  { actor, ion }: CartAccess,
  { templateId, query }: TemplateChoice,
): Promise<unknown> {
  if (templateId === null) return null;
  return kept({ key: `template ${actor.accountId}/${templateId}`, maxAgeMs: MAX_AGE_MS }, async () => {
    try {
      return await ion.provisionTemplates.byId(templateId);
    } catch (error) {
      if (!isIonError(error, "not-found")) throw error;
      return query ? ion.provisionTemplates.byVendor(query) : null;
    }
  });
}
