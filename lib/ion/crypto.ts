import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** A 32-byte AES key with the id that travels in the ciphertext. */
export interface EncryptionKey {
  id: string;
  key: Buffer;
}

/** A ciphertext that cannot be read. Says why, never what. */
export class DecryptionError extends Error {
  override readonly name = "DecryptionError";
}

const VERSION = "v1";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts a text with the newest key (the first of the list), AES-256-GCM with a fresh IV:
 * `v1:<key id>:<iv>:<tag>:<data>`, the last three base64url. The purpose is authenticated with it, so that a ciphertext
 * moved to another row or column is refused.
 */
export function encrypt(plain: string, keys: readonly EncryptionKey[], purpose: string): string {
  const [newest] = keys;
  if (!newest) throw new TypeError("No encryption key.");
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", newest.key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(authenticated(newest.id, purpose));
  const data = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return [
    VERSION,
    newest.id,
    ...[iv, cipher.getAuthTag(), data].map((part) => part.toString("base64url")),
  ].join(":");
}

/**
 * Reads what `encrypt` made, with whichever key its id names. Throws DecryptionError when it is no such text, when its
 * key is not in the list, or when key, purpose or content do not belong together.
 */
export function decrypt(text: string, keys: readonly EncryptionKey[], purpose: string): string {
  const [version, keyId = "", ivText = "", tagText = "", dataText, ...rest] = text.split(":");
  if (version !== VERSION || dataText === undefined || rest.length > 0) {
    throw new DecryptionError("This is not a ciphertext of a known version.");
  }
  const found = keys.find((candidate) => candidate.id === keyId);
  if (!found) throw new DecryptionError(`The encryption key "${keyId}" is not among ENCRYPTION_KEYS.`);
  const [iv, tag, data] = [ivText, tagText, dataText].map((part) => Buffer.from(part, "base64url"));
  if (iv?.length !== IV_BYTES || tag?.length !== TAG_BYTES || !data) {
    throw new DecryptionError("The ciphertext is damaged.");
  }
  try {
    const decipher = createDecipheriv("aes-256-gcm", found.key, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(authenticated(keyId, purpose));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(data), decipher.final()]).toString("utf8");
  } catch (cause) {
    throw new DecryptionError(`The ciphertext does not fit key "${keyId}" and its purpose.`, { cause });
  }
}

function authenticated(keyId: string, purpose: string): Buffer {
  return Buffer.from(`${VERSION}:${keyId}:${purpose}`, "utf8");
}
