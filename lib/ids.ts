import { z } from "zod";

/** Ids that Ion hands out as digits: customers, carts, cart items, orders, subscriptions. CONTRACT.md section 0. */
export const ionIdSchema = z.string().regex(/^\d{1,19}$/);

/** Catalog ids are the vendor's words: letters, digits and the punctuation seen in Ion's samples. */
export const catalogIdSchema = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\w .:()+\-&,']+$/);

export const customerParams = z.object({ customerId: ionIdSchema });
export const cartParams = customerParams.extend({ cartId: ionIdSchema });
export const orderParams = customerParams.extend({ orderId: ionIdSchema });
export const subscriptionParams = customerParams.extend({ subscriptionId: ionIdSchema });
