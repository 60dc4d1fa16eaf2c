import { isPossiblePhoneNumber, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";

function countryFor(country: string) {
  return isSupportedCountry(country) ? country : undefined;
}

/** Whether a number could exist, read as somebody in that country would dial it. `country` is an ISO code. */
export function isPossiblePhone(text: string, country: string): boolean {
  return isPossiblePhoneNumber(text, countryFor(country));
}

/** The number with its country in front, "+17035550142"; a text that is no number, or has an extension, stays. */
export function toInternationalPhone(text: string, country: string): string {
  const parsed = parsePhoneNumberFromString(text, countryFor(country));
  return parsed?.isPossible() && !parsed.ext ? parsed.number : text;
}

/** The number as people read it: "+1 703 555 0142". A text that is no number stays. */
export function formatPhone(text: string, country: string): string {
  return parsePhoneNumberFromString(text, countryFor(country))?.formatInternational() ?? text;
}
