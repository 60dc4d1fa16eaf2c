import { isRecord } from "./json";

// Ion puts passwords, API credentials and preview tokens into ordinary answers (CONTRACT.md section 8.9). This runs on
// every answer right after it is parsed, so that nothing else of the portal can log, store or show them.

const SECRET = /pass(word)?|secret|token|access_?key|private_?key|api_?key/i;

/** Matches that are no secrets: addresses, and the name (not the content) of a set of credentials. */
const HARMLESS = /^(tokenUrl|passwordUrl|credentialsName)$/i;

/** Ion's field names are few and come by the million. */
const verdicts = new Map<string, boolean>();
const MAX_VERDICTS = 5_000;

/** Where a paging token stands: only at the top of an answer, where it is needed to go on. */
const PAGING_TOKENS = new Set(["nextPageToken", "pageToken"]);

/** Fields that hold the value of the pair whose `name` or `key` says what it is. */
const PAIR_VALUES = new Set(["value", "values", "content", "default", "defaultValue", "stringValue"]);
const PRESETS = new Set(["default", "const", "examples", "example", "value"]);

/** True for a key or attribute name whose value is a secret. */
export function isSecretName(name: string): boolean {
  const known = verdicts.get(name);
  if (known !== undefined) return known;
  const secret = SECRET.test(name) && !HARMLESS.test(name);
  if (verdicts.size < MAX_VERDICTS) verdicts.set(name, secret);
  return secret;
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
  return redactInPlace(structuredCopy(answer));
}

/** The same on the answer itself, for one that nobody else holds: a page of a list is large. */
export function redactInPlace(answer: unknown): unknown {
  strip(answer, true, false);
  return answer;
}

function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, structuredCopy(inner)]));
}

/** `schemaProperties`: directly under a JSON Schema's `properties`, where keys are field names and not fields. */
function strip(value: unknown, top: boolean, schemaProperties: boolean): void {
  if (Array.isArray(value)) {
    for (const item of value) strip(item, false, false);
    return;
  }
  if (!isRecord(value)) return;
  const pairNamed = isSecretAttribute(value.name) || isSecretAttribute(value.key);
  for (const key of Object.keys(value)) {
    const inner = value[key];
    if (pairNamed && PAIR_VALUES.has(key)) {
      delete value[key];
      continue;
    }
    if (isSecretName(key)) {
      if (schemaProperties && isRecord(inner)) withoutPreset(inner);
      else if (!isNoSecretValue(inner) && !isPagingToken(key, inner, top)) {
        delete value[key];
        continue;
      }
    }
    if (inner !== null && typeof inner === "object") strip(inner, false, key === "properties");
  }
}

/** A resource name such as `accounts/1/products/password-manager` names no attribute. */
function isSecretAttribute(name: unknown): boolean {
  return typeof name === "string" && !name.includes("/") && isSecretName(name);
}

/** Flags such as `passThrough` and `passRiOptimization`. */
function isNoSecretValue(value: unknown): boolean {
  return typeof value === "boolean" || value === null;
}

function isPagingToken(key: string, value: unknown, top: boolean): boolean {
  return top && PAGING_TOKENS.has(key) && typeof value === "string";
}

function withoutPreset(field: Record<string, unknown>): void {
  for (const preset of PRESETS) delete field[preset];
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
