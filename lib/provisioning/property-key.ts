import { templateHash } from "./template-hash";

const SAFE_NAME = /^[A-Za-z](?:_?[A-Za-z0-9-]){0,99}$/;
const ALIAS = "attribute-";
const LONGEST_KEY = 120;

/**
 * The property key under which an attribute appears in schema, form and stored draft. It is the attribute's own name
 * wherever that is harmless. A name that objects inherit (`constructor`, `__proto__`), that sorts itself first (`42`),
 * or that breaks an element id or an error path (blanks, dots, brackets) gets a harmless alias, a fingerprint where that
 * would be long. Two names never share a key.
 */
export function toPropertyKey(name: string): string {
  const isSafe = SAFE_NAME.test(name) && !(name in Object.prototype) && !name.startsWith(ALIAS);
  if (isSafe) return name;
  const alias =
    ALIAS + name.replace(/[^A-Za-z0-9]/gu, (character) => `-${character.codePointAt(0)?.toString(16)}-`);
  // The underscore keeps fingerprints apart from spelt-out names, which have none.
  return alias.length <= LONGEST_KEY ? alias : `${ALIAS}_${templateHash(name)}`;
}

/** True for a name that can be a key in a JSON request: not blank, and made of whole characters. */
export function isUsableName(name: unknown): name is string {
  return typeof name === "string" && name.trim() !== "" && name.isWellFormed();
}
