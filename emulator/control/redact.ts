const SECRET_NAME = /pass(word)?|secret|token|api_?access_?key|access_?key|authorization/i;
const HIDDEN = "[redacted]";

/** A copy without passwords and tokens, by key and by `{name, value}` pair. */
export function redact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redact);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const name = "name" in value && typeof value.name === "string" ? value.name : "";
  return Object.fromEntries(
    entries.map(([key, inner]) => {
      const secret = SECRET_NAME.test(key) || (key === "value" && SECRET_NAME.test(name));
      return [
        key,
        secret && typeof inner === "string" && !/page_?token$/i.test(key) ? HIDDEN : redact(inner),
      ];
    }),
  );
}

/** Redacts a body text: JSON, form fields, or as it is when it is neither. */
export function redactText(text: string): unknown {
  if (text === "") return null;
  try {
    return redact(JSON.parse(text));
  } catch {
    return text
      .replace(/((?:refresh|access)_token=)[^&\s]+/gi, `$1${HIDDEN}`)
      .replace(/(name="(?:refresh|access)_token"\r?\n\r?\n)[^\r\n]+/gi, `$1${HIDDEN}`);
  }
}
