import type { IonRefusal } from "./ion-errors";

/** A sentence under `ionErrors` of the `provisioning` messages. */
export type RefusalTextKey = "missing" | "notAllowed" | "field" | "order";

/**
 * Ion's refusal in the person's words: at a field a short sentence for the codes we know, else Ion's own detail, which
 * is English and names its data structures. Source of the codes: CONTRACT.md section 0.1.
 */
export function ionRefusalText(
  { code, detail, key }: IonRefusal,
  translate: (key: RefusalTextKey, params: { detail: string }) => string,
): string {
  if (key === null) return translate("order", { detail });
  switch (code) {
    case "COMM-VL-001":
    case "COMM-VL-004":
      return translate("missing", { detail });
    case "COMM-VL-002":
      return translate("notAllowed", { detail });
    default:
      return translate("field", { detail });
  }
}
