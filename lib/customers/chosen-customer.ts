import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { seesCustomer } from "@/lib/auth/actor";
import { requirePermission } from "@/lib/auth/require-permission";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { ionIdSchema } from "@/lib/ids";
import { getKnownCustomer } from "./get-known-customer";
import type { CustomerStatus } from "./schemas";

/** For whom the person is working; it stays chosen while they browse the catalog and fill a cart. */
export type ChosenCustomer = { id: string; organization: string; status: CustomerStatus };

const COOKIE = "customer";
const KEPT_SECONDS = 30 * 24 * 60 * 60;

/** The id in the cookie's text, or undefined for anything else. */
export function parseChosenCustomer(text: string | undefined): string | undefined {
  return ionIdSchema.safeParse(text).data;
}

/**
 * The chosen customer; null when none is chosen, or when the one in the cookie is not this person's or no longer
 * there. With Ion down the name is the id: the choice itself stays. Throws AppError SIGNED_OUT.
 */
export const getChosenCustomer = cache(async (): Promise<ChosenCustomer | null> => {
  const actor = await requirePermission("customers:read");
  const id = parseChosenCustomer((await cookies()).get(COOKIE)?.value);
  if (id === undefined || !seesCustomer(actor, id)) return null;
  return summarise(id);
});

async function summarise(id: string): Promise<ChosenCustomer | null> {
  try {
    const { organization, status } = (await getKnownCustomer(id)).value;
    return { id, organization, status };
  } catch (error) {
    const gone = error instanceof AppError && error.code === "NOT_FOUND";
    return gone ? null : { id, organization: id, status: "unknown" };
  }
}

/** Chooses a customer. Throws AppError NOT_FOUND for one that is not there or not this person's. */
export async function chooseCustomer(customerId: string): Promise<ChosenCustomer> {
  const { id, organization, status } = (await getKnownCustomer(customerId)).value;
  const { PORTAL_URL } = env();
  (await cookies()).set(COOKIE, id, {
    httpOnly: true,
    sameSite: "lax",
    secure: PORTAL_URL.startsWith("https:"),
    path: "/",
    maxAge: KEPT_SECONDS,
  });
  return { id, organization, status };
}

/** Works for nobody in particular from now on. */
export async function forgetChosenCustomer(): Promise<void> {
  (await cookies()).delete(COOKIE);
}
