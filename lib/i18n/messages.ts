import type { Locale } from "./locales";
import enAuth from "./messages/en/auth.json";
import enCommon from "./messages/en/common.json";
import enErrors from "./messages/en/errors.json";
import enProvisioning from "./messages/en/provisioning.json";
import enShell from "./messages/en/shell.json";
import frAuth from "./messages/fr/auth.json";
import frCommon from "./messages/fr/common.json";
import frErrors from "./messages/fr/errors.json";
import frProvisioning from "./messages/fr/provisioning.json";
import frShell from "./messages/fr/shell.json";

/** One file a namespace and language; both languages hold the same keys, which a test checks. */
const MESSAGES = {
  en: { auth: enAuth, common: enCommon, errors: enErrors, provisioning: enProvisioning, shell: enShell },
  fr: { auth: frAuth, common: frCommon, errors: frErrors, provisioning: frProvisioning, shell: frShell },
};

/** All texts of one language, by namespace. */
export function messagesOf(locale: Locale) {
  return MESSAGES[locale];
}
