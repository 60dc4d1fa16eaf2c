import { isRecord } from "./json";

// Ion puts passwords, API credentials and preview tokens into ordinary answers (CONTRACT.md section 8.9). This runs on
// every answer right after it is parsed, so that nothing else of the portal can log, store or show them.

const SECRET = /pass(word)?|secret|token|access_?key|private_?key|api_?key/i;

/** Matches that are no secrets: addresses, and the name (not the content) of a set of credentials. */
const HARMLESS = /^(tokenUrl|passwordUrl|credentialsName)$/i;

/** Where a paging token stands: only at the top of an answer, where it is needed to go on. */
const PAGING_TOKENS = new Set(["nextPageToken", "pageToken"]);

/** Fields that hold the value of the pair whose `name` or `key` says what it is. */
const PAIR_NAMES = ["name", "key"];
const PAIR_VALUES = new Set(["value", "values", "content", "default", "defaultValue", "stringValue"]);
const PRESETS = new Set(["default", "const", "examples", "example", "value"]);

/** True for a key or attribute name whose value is a secret. */
export function isSecretName(name: string): boolean {
  return SECRET.test(name) && !HARMLESS.test(name);
}

/**
 * A copy of an answer without its secrets: keys with a secret name are left out, and so is the value of a
 * `{name, value}` pair with a secret name (the pair itself stays, so that it shows that there was one).
 *
 * Three things stay although their names match: true and false; the page token at the top of the answer, without which a
 * list could not be followed; and objects that describe a field rather than hold its value, such as a JSON Schema's
 * `properties.password`, of which only the preset value goes, or a provisioning form would lose its password field.
 */
export function redact(answer: unknown): unknown {
  return strip(answer, { top: true, schemaProperties: false });
}

interface Place {
  top: boolean;
  /** Directly under a JSON Schema's `properties`, where keys are field names and not fields. */
  schemaProperties: boolean;
}

function strip(value: unknown, place: Place): unknown {
  if (Array.isArray(value)) return value.map((item) => strip(item, { top: false, schemaProperties: false }));
  if (!isRecord(value)) return value;
  const pairNamed = PAIR_NAMES.some((key) => isSecretAttribute(value[key]));
  const kept: [string, unknown][] = [];
  for (const [key, inner] of Object.entries(value)) {
    if (pairNamed && PAIR_VALUES.has(key)) continue;
    if (place.schemaProperties && isRecord(inner)) {
      kept.push([key, strip(isSecretName(key) ? withoutPreset(inner) : inner, nested(key))]);
    } else if (!isSecretName(key) || isNoSecretValue(inner) || isPagingToken(key, inner, place)) {
      kept.push([key, strip(inner, nested(key))]);
    }
  }
  return Object.fromEntries(kept);
}

function nested(key: string): Place {
  return { top: false, schemaProperties: key === "properties" };
}

/** A resource name such as `accounts/1/products/password-manager` names no attribute. */
function isSecretAttribute(name: unknown): boolean {
  return typeof name === "string" && !name.includes("/") && isSecretName(name);
}

/** Flags such as `passThrough` and `passRiOptimization`. */
function isNoSecretValue(value: unknown): boolean {
  return typeof value === "boolean" || value === null;
}

function isPagingToken(key: string, value: unknown, place: Place): boolean {
  return place.top && PAGING_TOKENS.has(key) && typeof value === "string";
}

function withoutPreset(field: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(field).filter(([key]) => !PRESETS.has(key)));
}

/** A sentence of Ion's without the given secrets and without anything shaped like a bearer token. */
export function redactText(text: string, secrets: string[] = []): string {
  let clean = text;
  for (const secret of secrets) if (secret.length >= 8) clean = clean.replaceAll(secret, "[removed]");
  return clean
    .replace(/\bBearer\s+\S+/gi, "Bearer [removed]")
    .replace(/\beyJ[\w-]{8,}(\.[\w-]+){1,2}/g, "[removed]")
    .replace(
      /\b(password|secret|token|access_token|refresh_token)(["']?\s*[:=]\s*)("[^"]*"|'[^']*'|\S+)/gi,
      "$1$2[removed]",
    );
}
