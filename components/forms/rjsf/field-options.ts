import type { FieldUi } from "@/lib/provisioning/form-ui";

/** What `toUiSchema` said about a field, read from the options RJSF passes on. */
export type FieldOptions = FieldUi["ui:options"] & { enumOptions?: readonly Choice[] };

/** A choice as RJSF lists it: from `enum` with our names for it, or from titled `oneOf`s. */
export interface Choice {
  value?: unknown;
  label: string;
}

/** Choices that carry a value, in order. */
export function choicesOf(options: { enumOptions?: readonly Choice[] }): Choice[] {
  return (options.enumOptions ?? []).filter((choice) => choice.value !== undefined);
}
