import type { PrefillSource } from "./prefill";

/** The controls the themed form has. */
export type WidgetName =
  | "text"
  | "email"
  | "tel"
  | "date"
  | "number"
  | "select"
  | "radio"
  | "checkbox"
  | "checkboxes"
  | "lines"
  | "textarea"
  | "password"
  | "hidden";

/** A section of the form. A section without a title is drawn without a frame. */
export interface FieldGroup {
  id: string;
  title?: string;
  description?: string;
  /** Property keys, in order. */
  keys: string[];
  /** Folded away until opened, or until something in it is wrong or filled in. */
  collapsed?: boolean;
}

/** What the theme needs to know about one field; keys as RJSF spells them. */
export interface FieldUi {
  "ui:widget": WidgetName;
  "ui:placeholder"?: string;
  "ui:enumNames"?: string[];
  "ui:options": {
    inputMode?: "email" | "tel" | "numeric" | "url";
    autoComplete?: string;
    isCode?: boolean;
    suffix?: string;
    /** A value the person may take over with one click; never filled in by itself. */
    suggestion?: string;
    /** Where the prefilled value comes from. */
    source?: PrefillSource;
  };
}

/** The UI schema of a provisioning form: plain JSON, a `FieldUi` under each property key beside these two. */
export interface ProvisioningUiSchema {
  "ui:order": string[];
  "ui:options": { groups: FieldGroup[] };
  [key: string]: FieldUi | string[] | { groups: FieldGroup[] };
}

/** The sections of a form. */
export function formGroups(uiSchema: ProvisioningUiSchema): FieldGroup[] {
  return uiSchema["ui:options"].groups;
}

/** What the theme knows about one field, if it has one under this property key. */
export function fieldUi(uiSchema: ProvisioningUiSchema, key: string): FieldUi | undefined {
  const entry = Object.hasOwn(uiSchema, key) ? uiSchema[key] : undefined;
  return entry !== undefined && "ui:widget" in entry ? entry : undefined;
}
