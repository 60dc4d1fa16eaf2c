import { createHash } from "node:crypto";

/** 16 bytes tell all rows of an account apart, and take half the room of a whole digest. */
const BYTES = 16;

/**
 * A short digest of a JSON value that does not depend on the order of its keys: Ion's own order is nobody's promise. Keys
 * whose value is undefined count as absent, as they do in JSON.
 */
export function rowHash(value: unknown): string {
  return createHash("sha256").update(stableJson(value)).digest().subarray(0, BYTES).toString("base64url");
}

function stableJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableJson).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  const object = value as Record<string, unknown>;
  let text = "";
  for (const key of Object.keys(object).sort()) {
    if (object[key] === undefined) continue;
    text += `${text ? "," : ""}${JSON.stringify(key)}:${stableJson(object[key])}`;
  }
  return `{${text}}`;
}
