import type { Lookup } from "./attribute-dictionary";

/** A translator of the `provisioning` messages, from `useTranslations` or `getTranslations`. */
interface Translator {
  (key: string): string;
  has(key: string): boolean;
}

/** A translator as the lookup that forms are built with: undefined instead of a complaint for an unknown key. */
export function toLookup(t: Translator): Lookup {
  return (key) => (t.has(key) ? t(key) : undefined);
}
