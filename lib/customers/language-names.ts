import type { CodeName } from "./country-names";

/** Languages business is done in, as ISO 639-1. Ion takes two letters and refuses what it does not know (CUS-CR-002). */
const LANGUAGES =
  "ar bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja kk ko lt lv mk ms mt nb nl no pl pt ro ru sk sl sq sr sv ta te th tr uk ur vi zh".split(
    " ",
  );

function namesIn(locale: string): (code: string) => string {
  const names = new Intl.DisplayNames([locale], { type: "language", fallback: "code" });
  return (code) => {
    try {
      const name = names.of(code) ?? code;
      return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
    } catch {
      // Not every text Ion holds is a language code.
      return code;
    }
  };
}

/** A language's name in the reader's language; an unknown code stands for itself. */
export function languageName(locale: string, code: string): string {
  return namesIn(locale)(code);
}

/** The languages to choose from, named in the reader's language, in alphabetical order. */
export function languageOptions(locale: string): CodeName[] {
  const nameOf = namesIn(locale);
  return LANGUAGES.map((code) => ({ code, name: nameOf(code) })).sort((a, b) =>
    a.name.localeCompare(b.name, locale),
  );
}
