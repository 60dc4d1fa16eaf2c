import { fold } from "@/lib/fold";

const MAX_LENGTH = 200;
const NUMBER_WIDTH = 10;

/**
 * The text that a name is put in order by, byte by byte: without case and accents, and with its numbers padded, so that
 * "Plan 9" comes before "Plan 10" and "Ångström" stands under A.
 */
export function sortKey(name: string): string {
  return fold(name)
    .slice(0, MAX_LENGTH)
    .replace(/\d+/g, (digits) => digits.padStart(NUMBER_WIDTH, "0"));
}
