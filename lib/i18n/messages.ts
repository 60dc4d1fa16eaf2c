import type { Locale } from "./locales";
import enAuth from "./messages/en/auth.json";
import enErrors from "./messages/en/errors.json";
import frAuth from "./messages/fr/auth.json";
import frErrors from "./messages/fr/errors.json";

/** One file a namespace and language; both languages hold the same keys, which a test checks. */
const MESSAGES = {
  en: { auth: enAuth, errors: enErrors },
  fr: { auth: frAuth, errors: frErrors },
};

/** All texts of one language, by namespace. */
export function messagesOf(locale: Locale) {
  return MESSAGES[locale];
}
