import * as s from "@/lib/shape";

export const FINDING_KINDS = ["changed", "missing", "moved", "extra", "tail", "head", "rewritten"] as const;

const findingSchema = s.object({
  kind: s.oneOf(FINDING_KINDS),
  sequence: s.int(),
  through: s.int(),
  foundAt: s.int().optional(),
});

const checkSchema = s.object({
  id: s.string(),
  /** interrupted: no news for so long that its process must have ended. */
  state: s.oneOf(["running", "interrupted", "unbroken", "broken", "failed"]),
  trigger: s.oneOf(["schedule", "person", "command-line"]),
  /** Who asked for it. */
  requestedBy: s.string().nullable(),
  startedAt: s.string(),
  finishedAt: s.string().nullable(),
  rows: s.int(),
  expected: s.int(),
  headSequence: s.int().nullable(),
  headHash: s.string().nullable(),
  finding: findingSchema.nullable(),
});
export type AuditCheckView = s.Infer<typeof checkSchema>;

/** How an account's chain stands: its end now, and its checks, the newest first. */
export const auditStateSchema = s.object({
  head: s.object({ sequence: s.int(), hash: s.string() }).nullable(),
  checks: s.array(checkSchema),
});
export type AuditState = s.Infer<typeof auditStateSchema>;
