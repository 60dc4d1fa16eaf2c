import type { FieldErrors } from "@/lib/errors";
import type { IonErrorDetail } from "@/lib/ion/errors";
import type { AttributeValues } from "@/lib/provisioning/attribute-schema";
import type { ProvisioningForm } from "@/lib/provisioning/build-provisioning-form";
import { type IonRefusal, mapIonErrors, type SayRefusal } from "@/lib/provisioning/ion-errors";

/** One line of the refused cart. */
export type RefusedLine = {
  itemId: string;
  form: Pick<ProvisioningForm, "schema">;
  answers: AttributeValues;
};

/**
 * Puts each of Ion's refusals at the field it names. Ion does not say which line it means: a missing attribute goes to the
 * lines that did not answer it, any other to the lines that did, and to all that have the field where that leaves none.
 * What no line asks is under the empty key.
 */
export function placeRefusals(
  lines: readonly RefusedLine[],
  errors: readonly IonErrorDetail[],
  say: SayRefusal,
): FieldErrors {
  const placed = new Map<string, Set<string>>();
  const put = (field: string, sentence: string) =>
    placed.set(field, (placed.get(field) ?? new Set()).add(sentence));

  for (const error of errors) {
    const located = lines.flatMap((line) => {
      const [refusal] = mapIonErrors(line.form.schema, [withPath(error)]).refusals;
      return refusal?.key ? [{ line, refusal: { ...refusal, key: refusal.key } }] : [];
    });
    const fitting = located.filter(
      ({ line, refusal }) => isMissing(refusal) === isUnanswered(line, refusal.key),
    );
    for (const { line, refusal } of fitting.length > 0 ? fitting : located) {
      put(`items.${line.itemId}.${refusal.key}`, say(refusal) ?? refusal.detail);
    }
    if (located.length === 0) {
      const refusal: IonRefusal = { code: error.code, detail: error.detail || error.code, key: null };
      put("", say(refusal) ?? refusal.detail);
    }
  }
  return Object.fromEntries([...placed].map(([field, sentences]) => [field, [...sentences]]));
}

function withPath(error: IonErrorDetail) {
  return error.attribute ? { ...error, instancePath: `/${error.attribute}` } : error;
}

function isMissing({ code }: IonRefusal): boolean {
  return code === "COMM-VL-001" || code === "COMM-VL-004";
}

function isUnanswered({ answers }: RefusedLine, key: string): boolean {
  const answer = answers[key];
  return answer === undefined || answer === "" || (Array.isArray(answer) && answer.length === 0);
}
