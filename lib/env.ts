import { z } from "zod";

/** One AES-256 key of `ENCRYPTION_KEYS`: the id travels in the ciphertext, the key never leaves the process. */
export type EncryptionKey = { id: string; key: Buffer };

const encryptionKeys = z.string().transform((text, context): EncryptionKey[] => {
  const keys = text
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry) => {
      const separator = entry.indexOf(":");
      return { id: entry.slice(0, separator), key: Buffer.from(entry.slice(separator + 1), "base64") };
    });
  const sound = keys.length > 0 && keys.every(({ id, key }) => /^[\w-]{1,32}$/.test(id) && key.length === 32);
  if (!sound) {
    context.addIssue({
      code: "custom",
      message: "must be a comma-separated list of id:base64 with 32-byte keys, newest first",
    });
    return z.NEVER;
  }
  return keys;
});

const settings = z.object({
  PORTAL_URL: z.url("must be the address people open, for example https://portal.example.com"),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  ENCRYPTION_KEYS: encryptionKeys,
  ION_BASE_URL: z.url("must be Ion's address, for example https://ion.tdsynnex.com"),
  /** How often all replicas together may call Ion for one account; 0 is no limit. */
  ION_REQUESTS_PER_SECOND: z.coerce
    .number("must be a number of calls, 0 for no limit")
    .int("must be a whole number of calls, 0 for no limit")
    .min(0, "must be 0 or more")
    .default(50),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// address" }).optional(),
  /** Folder of the embedded database; unused when DATABASE_URL is set. */
  PORTAL_DATA_DIR: z.string().min(1).default(".data/portal"),
  JOBS: z.enum(["inline", "off"], "must be inline or off").default("inline"),
  LOG_LEVEL: z.enum(["silent", "fatal", "error", "warn", "info", "debug", "trace"]).default("info"),
  /** Whoever asks for `/api/metrics` has to bring it; without it there are no metrics. */
  METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  /** Where traces go, by OTLP over HTTP; without it there are none. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url("must be the address of a collector, for example http://127.0.0.1:4318")
    .optional(),
  /** How long a portal that stops still answers, so that a load balancer sees that it is not ready any more. */
  SHUTDOWN_GRACE_SECONDS: z.coerce
    .number("must be a number of seconds")
    .int("must be a whole number of seconds")
    .min(0, "must be 0 or more")
    .max(300, "must be 300 or less")
    .default(5),
});

export type Env = z.infer<typeof settings>;

/**
 * Parses the settings from an environment. Empty strings count as unset.
 *
 * Throws an Error whose message is one sentence per wrong setting, naming it; values are never repeated.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ""),
  );
  const result = settings.safeParse(set);
  if (result.success) return result.data;
  const sentences = result.error.issues.map((issue) => {
    const name = issue.path.join(".");
    return name in set ? `The setting ${name} ${issue.message}.` : `The setting ${name} is missing.`;
  });
  throw new Error(sentences.join("\n"));
}

let cached: Env | undefined;

/** The process's settings, parsed once. The only reader of `process.env` in the portal. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}
