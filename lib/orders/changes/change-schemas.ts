import { z } from "zod";
import { subscriptionParams } from "@/lib/ids";
import { seenTotalsSchema } from "../place-order-schemas";

const seats = z.number().int().min(1).max(2_147_483_647);

/** A change of one subscription, with the number of seats that the person saw when deciding. */
export const changeInput = subscriptionParams.extend({
  seenTotals: seenTotalsSchema.default([]),
  change: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("seats"), seats, seenSeats: seats }),
    z.object({ kind: z.literal("renewal-seats"), seats, seenSeats: seats, autoRenew: z.boolean() }),
    z.object({ kind: z.literal("auto-renew"), autoRenew: z.boolean(), seenSeats: seats }),
  ]),
});
export type ChangeInput = z.infer<typeof changeInput>;
