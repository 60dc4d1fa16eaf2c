import { z } from "zod";

/** What is known of one thing: as Ion has it now, or as the mirror kept it, with the time at which Ion was asked. */
export type Known<T> = { value: T; asOf: string; live: boolean };

/** The same, for the browser. */
export function knownSchema<Value extends z.ZodType>(value: Value) {
  return z.object({ value, asOf: z.string(), live: z.boolean() });
}
