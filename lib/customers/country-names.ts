import "server-only";
import countries from "i18n-iso-countries/index";

/** A code and what it stands for in the reader's language. */
export type CodeName = { code: string; name: string };

/** Names as people use them ("United States", not the official title), from the runtime's own data. */
function namesIn(locale: string): (code: string) => string {
  const names = new Intl.DisplayNames([locale], { type: "region", fallback: "code" });
  return (code) => {
    try {
      return names.of(code) ?? code;
    } catch {
      // Not every text Ion holds is a country code.
      return code;
    }
  };
}

/** A country's name in the reader's language for its ISO code; an unknown code stands for itself. */
export function countryName(locale: string, code: string): string {
  return namesIn(locale)(code);
}

/** Every country with its name in the reader's language, in alphabetical order. */
export function countryOptions(locale: string): CodeName[] {
  const nameOf = namesIn(locale);
  return Object.keys(countries.getAlpha2Codes())
    .map((code) => ({ code, name: nameOf(code) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}

const orders = new Map<string, string[]>();

/** The codes of all countries in the order of their names in the reader's language. */
export function countryOrder(locale: string): readonly string[] {
  const known = orders.get(locale) ?? countryOptions(locale).map(({ code }) => code);
  orders.set(locale, known);
  return known;
}
