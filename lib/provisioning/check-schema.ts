import { isRecord } from "./record";
import { fitsKeyword, isRegExp, SCHEMA_KEYWORDS } from "./schema-keywords";

/**
 * Checks a schema against the shape draft 2020-12 allows and returns JSON pointers to what is wrong; an empty list
 * means valid. Stricter than the standard: a keyword that is neither known nor ours (`x-`) is wrong too. It stands in for the meta-schema, which our eval-free validator can't follow (`$dynamicRef`); the tests
 * hold it against a complete implementation.
 */
export function checkSchema(schema: unknown, at = ""): string[] {
  if (typeof schema === "boolean") return [];
  if (!isRecord(schema)) return [at || "/"];

  return Object.entries(schema).flatMap(([keyword, value]) => {
    const here = `${at}/${keyword.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (keyword === "$ref" || keyword === "$schema" || keyword === "$id") {
      return typeof value === "string" && !(keyword === "$id" && value.includes("#")) ? [] : [here];
    }
    if (keyword.startsWith("x-")) return [];
    const kind = SCHEMA_KEYWORDS.get(keyword);
    if (kind === undefined) return [here];
    if (!fitsKeyword(kind, value)) return [here];
    if (kind === "schema") return checkSchema(value, here);
    if (kind === "schemas" && Array.isArray(value)) {
      return value.flatMap((entry, index) => checkSchema(entry, `${here}/${index}`));
    }
    if ((kind === "schemaMap" || kind === "patternMap") && isRecord(value)) {
      return Object.entries(value).flatMap(([name, entry]) =>
        kind === "patternMap" && !isRegExp(name) ? [here] : checkSchema(entry, `${here}/${name}`),
      );
    }
    if (kind === "namesMap" && isRecord(value)) {
      return Object.values(value).every((names) => fitsKeyword("names", names)) ? [] : [here];
    }
    return [];
  });
}
