import { z } from "zod";
import { invalidRequest } from "../errors";

/** Keys whose value is the caller's own data: their inner keys are left as they are. */
const FREE_FORM = new Set(["customerCustomFields"]);

/**
 * Parses a JSON body and turns snake_case keys into camelCase, as gateways in front of protobuf services do.
 * @throws IonError 400 when the content type is not JSON or the text is not JSON.
 */
export function parseJsonBody(text: string, contentType: string | undefined): unknown {
  if (text === "") return undefined;
  const type = (contentType ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw invalidRequest("Content-Type must be application/json");
  try {
    return camelise(JSON.parse(text));
  } catch {
    throw invalidRequest("the request body is not valid JSON");
  }
}

function camelise(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelise);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const name = key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
      return [name, FREE_FORM.has(name) ? inner : camelise(inner)];
    }),
  );
}

/** @throws IonError 400 that names the first field of the wrong type, in the words of Ion's validator. */
export function readBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw invalidRequest(`${issue?.path.join(".") || "body"} ${issue?.message ?? "is not valid"}`);
}

/** A string field that may be absent, empty or null. */
export const optionalText = z
  .string({ error: "must be string" })
  .nullish()
  .transform((value) => value ?? undefined);

/** An id or number that callers send as a number or as digits. */
export const optionalId = z
  .union([z.string(), z.number()], { error: "must be string" })
  .nullish()
  .transform((value) => (value === null || value === undefined ? undefined : String(value)));

export const attributeList = z.array(
  z.object({
    name: z.string({ error: "must be string" }),
    value: z
      .union([z.string(), z.number(), z.boolean()], { error: "must be string" })
      .nullish()
      .transform((value) => (value === null || value === undefined ? "" : String(value))),
  }),
  { error: "must be array" },
);
