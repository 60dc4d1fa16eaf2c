import { createHash } from "node:crypto";

/** 16 bytes tell all rows of an account apart, and take half the room of a whole digest. */
const BYTES = 16;

/**
 * A short digest of a JSON value that does not depend on the order of its keys: Ion's own order is nobody's promise. Keys
 * whose value is undefined count as absent, as they do in JSON.
 */
export function rowHash(value: unknown): string {
  return createHash("sha256").update(stableText(value)).digest().subarray(0, BYTES).toString("base64url");
}

/**
 * One text for equal values and another for different ones: texts carry their length, so that none can pass for
 * something else. Not JSON, whose escapes cost more than all the rest.
 */
function stableText(value: unknown): string {
  switch (typeof value) {
    case "string":
      return `"${value.length}:${value}`;
    case "object": {
      if (value === null) return "n";
      let text = "";
      if (Array.isArray(value)) {
        for (const inner of value) text += stableText(inner);
        return `[${text}]`;
      }
      const object = value as Record<string, unknown>;
      for (const key of Object.keys(object).sort()) {
        const inner = object[key];
        if (inner !== undefined) text += `${key.length}:${key}${stableText(inner)}`;
      }
      return `{${text}}`;
    }
    case "undefined":
      return "n";
    default:
      return `${String(value)};`;
  }
}
