import { describe, expect, test } from "vitest";
import { parseEnv } from "./env";

const sound = {
  PORTAL_URL: "http://127.0.0.1:3000",
  AUTH_SECRET: "a".repeat(32),
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64")}`,
  ION_BASE_URL: "http://127.0.0.1:4010",
};

describe("parseEnv", () => {
  test("sound settings give keys as bytes, newest first, and defaults", () => {
    const two = `${sound.ENCRYPTION_KEYS},k0:${Buffer.alloc(32, 2).toString("base64")}`;
    const env = parseEnv({ ...sound, ENCRYPTION_KEYS: two, DATABASE_URL: "" });
    expect(env.ENCRYPTION_KEYS.map((key) => key.id)).toEqual(["k1", "k0"]);
    expect(env.ENCRYPTION_KEYS[0]?.key).toHaveLength(32);
    expect(env.JOBS).toBe("inline");
    expect(env.DATABASE_URL).toBeUndefined();
  });

  test("how often Ion may be called is a whole number, 50 unless said otherwise", () => {
    expect(parseEnv(sound).ION_REQUESTS_PER_SECOND).toBe(50);
    expect(parseEnv({ ...sound, ION_REQUESTS_PER_SECOND: "0" }).ION_REQUESTS_PER_SECOND).toBe(0);
    for (const wrong of ["many", "-1", "1.5"]) {
      expect(() => parseEnv({ ...sound, ION_REQUESTS_PER_SECOND: wrong })).toThrow(
        /setting ION_REQUESTS_PER_SECOND must be/,
      );
    }
  });

  test("a missing setting is named in a sentence", () => {
    expect(() => parseEnv({ ...sound, ION_BASE_URL: undefined })).toThrow(
      "The setting ION_BASE_URL is missing.",
    );
  });

  test("a wrong setting is named without repeating its value", () => {
    const run = () => parseEnv({ ...sound, ENCRYPTION_KEYS: "k1:c2hvcnQ=" });
    expect(run).toThrow(/ENCRYPTION_KEYS must be a comma-separated list/);
    expect(run).not.toThrow(/c2hvcnQ/);
  });

  test("DATABASE_URL must be a PostgreSQL address", () => {
    expect(() => parseEnv({ ...sound, DATABASE_URL: "mysql://x" })).toThrow(
      /DATABASE_URL must be a postgres/,
    );
  });
});
