/** The first region in an `accept-language` header: "CH" of "fr-CH, fr;q=0.9". */
export function regionOf(acceptLanguage: string | null): string | undefined {
  return /^\s*[a-z]{2,3}(?:-[A-Z][a-z]{3})?-([A-Za-z]{2})\b/m
    .exec((acceptLanguage ?? "").replaceAll(",", "\n"))?.[1]
    ?.toUpperCase();
}
