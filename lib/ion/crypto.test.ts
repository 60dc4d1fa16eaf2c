import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DecryptionError, decrypt, encrypt } from "./crypto";

const newest = { id: "k2", key: randomBytes(32) };
const older = { id: "k1", key: randomBytes(32) };
const keys = [newest, older];

describe("encrypt and decrypt", () => {
  it("give any text back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(decrypt(encrypt(text, keys, "purpose"), keys, "purpose")).toBe(text);
      }),
    );
  });

  it("use the newest key and name it in the ciphertext", () => {
    expect(encrypt("secret", keys, "p")).toMatch(/^v1:k2:[\w-]{16}:[\w-]{22}:[\w-]+$/);
  });

  it("never make the same ciphertext twice", () => {
    expect(encrypt("secret", keys, "p")).not.toBe(encrypt("secret", keys, "p"));
  });

  it("still read what an older key wrote", () => {
    expect(decrypt(encrypt("secret", [older], "p"), keys, "p")).toBe("secret");
  });

  it("refuse a ciphertext whose key is gone, and name the key", () => {
    expect(() => decrypt(encrypt("secret", [older], "p"), [newest], "p")).toThrow(/key "k1" is not among/);
  });

  it("refuse another key under the same id", () => {
    const impostor = { id: "k2", key: randomBytes(32) };
    expect(() => decrypt(encrypt("secret", keys, "p"), [impostor], "p")).toThrow(DecryptionError);
  });

  it("refuse a ciphertext that was moved to another purpose", () => {
    const text = encrypt("secret", keys, "refresh:a");
    expect(() => decrypt(text, keys, "refresh:b")).toThrow(DecryptionError);
  });

  it("refuse any change to any part", () => {
    const text = encrypt("a secret of some length", keys, "p");
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: text.length - 1 }),
        fc.constantFrom("A", "Z", "0", "_", ":"),
        (at, char) => {
          const changed = text.slice(0, at) + char + text.slice(at + 1);
          // base64url may hold bits and characters that do not count.
          if (decodesAlike(changed, text)) return;
          expect(() => decrypt(changed, keys, "p")).toThrow(DecryptionError);
        },
      ),
    );
  });

  it.each(["", "v1", "v2:k2:a:b:c", "v1:k2:a:b", "v1:k2:a:b:c:d", "v1:k2:::", "plain text"])(
    "refuse %j",
    (text) => {
      expect(() => decrypt(text, keys, "p")).toThrow(DecryptionError);
    },
  );

  it("keep the plain text out of the error", () => {
    const text = encrypt("hunter2-hunter2", keys, "p");
    const error = caught(() => decrypt(text, keys, "q"));
    expect(JSON.stringify([error.message, String(error.cause)])).not.toContain("hunter2");
  });
});

function decodesAlike(a: string, b: string): boolean {
  const parts = (text: string) =>
    text.split(":").map((part, index) => (index < 2 ? part : Buffer.from(part, "base64url").toString("hex")));
  return JSON.stringify(parts(a)) === JSON.stringify(parts(b));
}

function caught(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("nothing was thrown");
}
