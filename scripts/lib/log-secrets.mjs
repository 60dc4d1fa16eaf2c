// Looks for secrets in logs. What it finds is told by its kind and by the line's event, never by the secret itself.

/** Shorter ones are words. */
const SHORTEST = 6;

/**
 * Everything a log could hold of a secret: as it is, escaped in JSON or in an address, or in base64 at any place of a
 * longer text (`Basic` headers carry a name before the password).
 * @param {string} secret
 * @returns {[form: string, text: string][]}
 */
function formsOf(secret) {
  const forms = [
    ["as it is", secret],
    ["escaped in JSON", JSON.stringify(secret).slice(1, -1)],
    ["escaped in an address", encodeURIComponent(secret)],
    ["escaped as a form field", new URLSearchParams({ "": secret }).toString().slice(1)],
  ];
  for (const before of [0, 1, 2]) {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    // Characters that also hold bits of what stands before or after it are left out.
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor((bytes.length * 8) / 6);
    forms.push(["in base64", bytes.toString("base64").slice(from, to)]);
    forms.push(["in base64url", bytes.toString("base64url").slice(from, to)]);
  }
  const known = new Set();
  return forms.filter(([, text]) => !known.has(text) && known.add(text));
}

/**
 * @param {string} log all that a program printed
 * @param {{ kind: string, value: string }[]} secrets
 * @returns {{ kind: string, form: string, line: number, event: string }[]} one a line and kind; `line` from 1
 */
export function findSecrets(log, secrets) {
  const found = new Map();
  for (const { kind, value } of secrets) {
    if (value.length < SHORTEST) continue;
    for (const [form, text] of formsOf(value)) {
      for (let at = log.indexOf(text); at !== -1; at = log.indexOf(text, at + text.length)) {
        const line = log.slice(0, at).split("\n").length;
        const key = `${line} ${kind}`;
        if (!found.has(key)) found.set(key, { kind, form, line, event: eventOf(log, at) });
      }
    }
  }
  return [...found.values()].sort((one, other) => one.line - other.line);
}

function eventOf(log, at) {
  const end = log.indexOf("\n", at);
  const line = log.slice(log.lastIndexOf("\n", at) + 1, end === -1 ? undefined : end);
  try {
    const { event, operation } = JSON.parse(line);
    return [event ?? "no event", operation].filter(Boolean).join(" ");
  } catch {
    return "no JSON";
  }
}
