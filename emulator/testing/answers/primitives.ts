import { z } from "zod";

/*
 * The schemas in this folder say what every answer of CONTRACT.md section 2 must look like. They are written from that
 * text and from nothing else here, as strict objects: a field that the contract does not know is a failed test.
 */
export const time = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
export const digits = z.string().regex(/^\d+$/);
export const currency = z.string().regex(/^[A-Z]{3}$/);
export const requestId = z.string().regex(/^[0-9a-f]{20}$/);
export const attribute = z.strictObject({ name: z.string().min(1), value: z.string() });
/** A number that float32 can hold. */
export const amount = z.number().refine((value) => Math.fround(value) === value, "not a float32 amount");
