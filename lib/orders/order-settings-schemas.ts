import { z } from "zod";

const LONGEST_HOLD_SECONDS = 900;

/** How an account orders. */
export const orderSettingsInput = z.object({
  /** Seconds between confirming and sending, in which an order can be recalled; 0 sends at once. */
  holdSeconds: z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, "wholeNumber")
    .transform(Number)
    .pipe(z.number().max(LONGEST_HOLD_SECONDS, "holdRange")),
});
export type OrderSettings = z.output<typeof orderSettingsInput>;
