"use client";

import { type AriaAttributes, createContext, useContext } from "react";

/** What a field tells the control inside it. */
export type FieldControl = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
};

export const FieldContext = createContext<FieldControl | null>(null);

/**
 * The attributes that tie a control to its field's label, help and error; `props` of the control itself win. Without a
 * field around it the control keeps what it was given.
 */
export function useFieldControl<P extends AriaAttributes & { id?: string }>(props: P): P {
  const field = useContext(FieldContext);
  if (!field) return props;
  const described = [props["aria-describedby"], field["aria-describedby"]].filter(Boolean).join(" ");
  return { ...field, ...props, id: props.id ?? field.id, "aria-describedby": described || undefined };
}
