"use client";

import { createContext, useContext } from "react";
import type { AttributeValues } from "@/lib/provisioning/attribute-schema";

/** What the themed fields know of the form around them, beside what RJSF tells them. */
export interface FormState {
  /** Prefix of every element id; two forms on one page have different ones. */
  idPrefix: string;
  /** What is wrong with a field, once it has been left or the form was sent, or what the server refused about it. */
  errorOf: (key: string) => string | undefined;
  /** Values the form was opened with; a source is named only as long as its value stands. */
  initialValues: AttributeValues;
  /** Nobody says what is required, so nothing is marked as optional either. */
  requiredUnknown: boolean;
  /** Property keys with something to show that would otherwise stay folded away. */
  keysToShow: ReadonlySet<string>;
}

const FormStateContext = createContext<FormState | null>(null);

export const FormStateProvider = FormStateContext.Provider;

/** The state of the form around this field. Throws outside a provisioning form. */
export function useFormState(): FormState {
  const state = useContext(FormStateContext);
  if (state === null) throw new Error("a themed field stands outside a provisioning form");
  return state;
}

/** The element id of a property's control. */
export function fieldId(idPrefix: string, key: string): string {
  return `${idPrefix}_${key}`;
}

/** The property key behind an element id that RJSF made. */
export function keyOfField(idPrefix: string, id: string): string {
  return id.startsWith(`${idPrefix}_`) ? id.slice(idPrefix.length + 1) : id;
}
