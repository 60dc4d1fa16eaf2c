// Error and OAuth answers, CONTRACT.md sections 0.1 and 1.
import { z } from "zod";
import { requestId } from "./primitives";

export const standardErrorBody = z.strictObject({
  error: z.string().regex(/^[A-Z_]+$/),
  message: z.string().min(1),
  code: z.number(),
  details: z.tuple([
    z.strictObject({ "@type": z.literal("type.googleapis.com/google.rpc.RequestInfo"), requestId }),
  ]),
});

export const preconditionBody = z.strictObject({
  error: z.literal("FAILED_PRECONDITION"),
  message: z.string(),
  code: z.literal(412),
  details: z.tuple([
    z.strictObject({
      "@type": z.literal("type.googleapis.com/google.rpc.RequestInfo"),
      requestId,
      referenceEntity: z.enum(["primaryContactEmail", "languageCode"]),
      code: z.enum(["CUS-CR-001", "CUS-CR-002"]),
      detail: z.string(),
    }),
  ]),
});

export const validationBody = z.strictObject({
  error: z.literal("BAD_REQUEST: Invalid provisioning data"),
  message: z.literal("BAD_REQUEST: Invalid provisioning data"),
  code: z.literal(3),
  details: z.tuple([
    z.strictObject({
      "@type": z.literal("type.googleapis.com/v3orberrors.ErrorBody"),
      requestId,
      errors: z
        .array(z.strictObject({ code: z.string().regex(/^COMM-VL-00\d ?$/), detail: z.string() }))
        .min(1),
    }),
  ]),
});

export const tokenBody = z.strictObject({
  access_token: z.string().min(20),
  expires_in: z.literal(7200),
  refresh_token: z.string().min(20),
  token_type: z.literal("Bearer"),
});
