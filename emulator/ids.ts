import { randomBytes } from "node:crypto";

/** Ion's request id: 20 hex characters. */
export function newRequestId(): string {
  return randomBytes(10).toString("hex");
}

const TOKEN_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** 48 upper-case characters, as the guide's sample tokens look. */
export function newToken(): string {
  return Array.from(randomBytes(48), (byte) => TOKEN_ALPHABET[byte % 32]).join("");
}

/** A password that satisfies the usual complexity rules: upper, lower, digit, symbol, 16 characters. */
export function newPassword(): string {
  return `Ion-${randomBytes(8).toString("base64url").replace(/[-_]/g, "x").slice(0, 10)}7q`;
}

/** The last segment of a resource name: the id. */
export function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
