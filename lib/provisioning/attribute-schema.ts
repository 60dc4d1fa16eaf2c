import { isRecord } from "./record";

/** A value of one question in the form. Everything becomes a string on its way to Ion. */
export type AttributeValue = string | number | boolean | string[];

/** Answers by property key of the schema; a question without an answer is absent. Plain JSON, safe to store. */
export type AttributeValues = Record<string, AttributeValue>;

/** Which sentence explains a value that does not match its pattern. */
export type PatternRule = "phone" | "domain" | "domainPrefix" | "digits";

/** A choice with words of its own. */
export interface TitledChoice {
  const: string | number | boolean;
  title: string;
}

/** One question: JSON Schema 2020-12 keywords, and notes of ours that a validator ignores. */
export interface AttributeProperty {
  type: "string" | "integer" | "number" | "boolean" | "array";
  title?: string;
  description?: string;
  const?: string;
  enum?: (string | number | boolean)[];
  oneOf?: TitledChoice[];
  default?: AttributeValue;
  format?: "email" | "date" | "uuid" | "password" | "json";
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  items?: { type: "string"; enum?: string[]; oneOf?: TitledChoice[]; minLength?: number; maxLength?: number };
  uniqueItems?: boolean;
  writeOnly?: boolean;
  /** The attribute's name at Ion, where the property key had to differ from it. */
  "x-ion-name"?: string;
  "x-ion-rule"?: PatternRule;
  /** The date may be today or earlier. */
  "x-ion-not-future"?: boolean;
  /** The product's own words for a wrong value. */
  "x-ion-message"?: string;
}

/** The schema of a provisioning form: one property per attribute, in the template's order. */
export interface AttributeSchema {
  $schema: string;
  $id: string;
  title?: string;
  type: "object";
  additionalProperties: false;
  required?: string[];
  properties: Record<string, AttributeProperty>;
  /** True when nobody says which attributes are required: only Ion's answer to the order will. */
  "x-ion-required-unknown"?: boolean;
}

/** True for a schema of the kind this folder makes. */
export function isAttributeSchema(schema: unknown): schema is AttributeSchema {
  return isRecord(schema) && schema.type === "object" && isRecord(schema.properties);
}
