import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { LOCALE_COOKIE, pickLocale } from "./locales";
import { messagesOf } from "./messages";

/** next-intl's per-request settings. Times are shown in UTC until the browser says where it is: vendors' dates are UTC. */
export default getRequestConfig(async () => {
  const [cookieStore, headerStore] = await Promise.all([cookies(), headers()]);
  const locale = pickLocale(cookieStore.get(LOCALE_COOKIE)?.value, headerStore.get("accept-language"));
  return { locale, messages: messagesOf(locale), timeZone: "UTC", now: new Date() };
});
