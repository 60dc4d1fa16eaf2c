import * as s from "@/lib/shape";

/** Ids that Ion hands out as digits, for shapes and for the browser; `lib/ids.ts` has the schemas for what comes in. */
const ION_ID = /^\d{1,19}$/;

export const ionId = s.text(ION_ID);

export function isIonId(value: string): boolean {
  return ION_ID.test(value);
}
