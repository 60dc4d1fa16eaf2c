import { createHash } from "node:crypto";

/** Enough of a token to tell it apart, too little to use it. */
export function tokenName(token: string): string {
  return createHash("sha256").update(token).digest("hex").slice(0, 16);
}
