import { z } from "zod";
import { isRecord } from "../json";
import { code, listOf, text } from "./primitives";

export interface IonAttribute {
  name: string;
  /** Null when Ion sent none, or when the transport removed it because the name says it is a secret. */
  value: string | null;
}

export interface IonCustomField {
  key: string;
  value: string | null;
}

const pair = z.object({ name: code, value: text });

/** `[{name, value}]`; entries without a name are left out. */
export const attributes = listOf(pair).transform((pairs): IonAttribute[] =>
  pairs.flatMap(({ name, value }) => (name === null ? [] : [{ name, value }])),
);

const field = z.object({ key: code, name: code, value: text });

/** Custom fields as an object `{key, value}`, a list of those, or a map of key to value (D24). */
export const customFields = z
  .preprocess(
    (value) => (isMap(value) ? Object.entries(value).map(([key, inner]) => ({ key, value: inner })) : value),
    listOf(field),
  )
  .transform((fields): IonCustomField[] =>
    fields.flatMap(({ key, name, value }) => {
      const named = key ?? name;
      return named === null ? [] : [{ key: named, value }];
    }),
  );

function isMap(value: unknown): value is Record<string, unknown> {
  return (
    isRecord(value) && !Object.keys(value).every((key) => key === "key" || key === "name" || key === "value")
  );
}

/** The value of an attribute by name, whatever its case. */
export function attributeValue(list: IonAttribute[], name: string): string | null {
  const wanted = name.toLowerCase();
  return list.find((attribute) => attribute.name.toLowerCase() === wanted)?.value ?? null;
}
