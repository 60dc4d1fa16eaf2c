import type { CustomerRow } from "./schemas";

/** The country most of these customers are in; undefined when none says. */
export function mostFrequentCountry(rows: readonly Pick<CustomerRow, "country">[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { country } of rows) if (country) counts.set(country, (counts.get(country) ?? 0) + 1);
  return [...counts].reduce<[string, number] | undefined>(
    (most, entry) => (most && most[1] >= entry[1] ? most : entry),
    undefined,
  )?.[0];
}

/** The first region in an `accept-language` header: "CH" of "fr-CH, fr;q=0.9". */
export function regionOf(acceptLanguage: string | null): string | undefined {
  return /^\s*[a-z]{2,3}(?:-[A-Z][a-z]{3})?-([A-Za-z]{2})\b/m
    .exec((acceptLanguage ?? "").replaceAll(",", "\n"))?.[1]
    ?.toUpperCase();
}
