import "server-only";
import { z } from "zod";
import { env } from "@/lib/env";
import { decrypt, encrypt } from "@/lib/ion/crypto";

/** Passwords that vendors ask for, by cart item and attribute. Never logged, never sent to a browser. */
export type SecretValues = Record<string, Record<string, string>>;

const secretValues = z.record(z.string(), z.record(z.string(), z.string()));

/** What the ciphertext is bound to: it is refused in any other row. */
export function intentSecretsPurpose(intentId: string): string {
  return `order intent ${intentId}`;
}

/** Seals them for the time until they are sent; null when there are none. */
export function sealSecrets(intentId: string, secrets: SecretValues | undefined): string | null {
  if (!secrets || Object.keys(secrets).length === 0) return null;
  return encrypt(JSON.stringify(secrets), env().ENCRYPTION_KEYS, intentSecretsPurpose(intentId));
}

/** Opens them again. Throws DecryptionError when the key is no longer there. */
export function unsealSecrets(intentId: string, cipher: string | null): SecretValues | undefined {
  if (cipher === null) return undefined;
  return secretValues.parse(
    JSON.parse(decrypt(cipher, env().ENCRYPTION_KEYS, intentSecretsPurpose(intentId))),
  );
}
