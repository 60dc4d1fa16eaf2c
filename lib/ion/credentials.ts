import { z } from "zod";
import { attributes, attributeValue, customFields, type IonCustomField } from "./schemas/attributes";
import { idIn, lastSegment, listOf, maybe, text } from "./schemas/primitives";

// Passwords that Ion returns once and that are shown once, to the person who caused them (CONTRACT.md section 8.9).
// Nothing here may be logged, stored, cached or put in an error. Everything else of Ion's answers is stripped before
// any other code sees it.

const newUser = z.object({ user: maybe(z.object({ userName: text, email: text, password: text })) });

/** The default user's name and password from the answer of a customer's creation; null when there is none. */
export function readNewUser(body: unknown): { userName: string | null; password: string } | null {
  const read = newUser.safeParse(body);
  const user = read.success ? read.data.user : null;
  return user?.password ? { userName: user.userName ?? user.email, password: user.password } : null;
}

const order = z.object({ orderItems: listOf(z.object({ name: text, attributes })) });

/** User name and password of a new tenant's administrator. */
export interface IonOrderCredentials {
  items: { orderItemId: string | null; userName: string | null; password: string }[];
}

/** The credentials among an order's items; items without a password are left out. */
export function readOrderCredentials(body: unknown): IonOrderCredentials {
  const read = order.safeParse(body);
  if (!read.success) return { items: [] };
  return {
    items: read.data.orderItems.flatMap((item) => {
      const password = attributeValue(item.attributes, "password");
      if (!password) return [];
      const orderItemId = idIn(item.name, "orderItems") ?? bareId(item.name);
      return [{ orderItemId, userName: attributeValue(item.attributes, "userName"), password }];
    }),
  };
}

function bareId(name: string | null): string | null {
  const last = lastSegment(name);
  return last && /^\d+$/.test(last) ? last : null;
}

const customer = z.object({ customerCustomFields: customFields });

/** A customer's custom fields with all their values. A PUT replaces them, so that those kept back have to be sent too. */
export function readCustomFields(body: unknown): IonCustomField[] {
  const read = customer.safeParse(body);
  return read.success ? read.data.customerCustomFields : [];
}
