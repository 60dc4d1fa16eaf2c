"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { type ActionResult, runAction } from "@/lib/action";
import { signOut } from "@/lib/auth/sign-out";
import { LOCALE_COOKIE, LOCALES } from "@/lib/i18n/locales";
import { requestSync } from "@/lib/mirror/request-sync";
import { syncResourceSchema } from "@/lib/mirror/sync-schemas";
import { routes } from "@/lib/routes";

const refreshListInput = z.object({ resource: syncResourceSchema });
const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Ends the session in this browser. */
export async function signOutAction(): Promise<void> {
  await signOut();
  redirect(routes.signIn());
}

/** Remembers the language in this browser. */
export async function setLocaleAction(raw: unknown): Promise<ActionResult<null>> {
  return runAction(z.enum(LOCALES), raw, async (locale) => {
    (await cookies()).set(LOCALE_COOKIE, locale, { maxAge: ONE_YEAR_SECONDS, sameSite: "lax", path: "/" });
    return null;
  });
}

/** Asks for a pass over one of Ion's lists; it runs as a job and its news come over the event stream. */
export async function refreshListAction(raw: unknown): Promise<ActionResult<null>> {
  return runAction(refreshListInput, raw, async ({ resource }) => {
    await requestSync(resource);
    return null;
  });
}
