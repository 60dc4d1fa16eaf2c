import { fold } from "@/lib/fold";
import { REGIONS, type Region } from "./regions";

/** What an address needs and how it is written, country by country. */

export type AddressField = "street" | "suite" | "city" | "state" | "zip";

export type StateWord =
  | "state"
  | "province"
  | "county"
  | "canton"
  | "prefecture"
  | "emirate"
  | "land"
  | "region";
export type ZipWord = "zip" | "postalCode" | "postcode" | "eircode" | "pin" | "cep" | "cap" | "plz";

export type AddressRule = {
  /** Fields in the order of an envelope, line by line. What is absent is not asked. */
  lines: readonly (readonly AddressField[])[];
  state: "required" | "optional" | "absent";
  stateWord: StateWord;
  /** The states to choose from, where addresses carry their codes. */
  regions?: readonly Region[];
  zip: "required" | "optional" | "absent";
  zipWord: ZipWord;
  zipPattern?: RegExp;
  zipExample?: string;
  /** Puts a postal code that fits the pattern into its usual spelling. */
  tidyZip: (zip: string) => string;
};

type Entry = {
  lines?: AddressRule["lines"];
  state?: AddressRule["state"];
  stateWord?: StateWord;
  zip?: AddressRule["zip"];
  zipWord?: ZipWord;
  /** Without case; blanks at the ends are gone. */
  pattern?: RegExp;
  example?: string;
  tidy?: (zip: string) => string;
};

const CITY_STATE_ZIP = [["street"], ["suite"], ["city", "state", "zip"]] as const;
const ZIP_CITY = [["street"], ["suite"], ["zip", "city"]] as const;
const ZIP_CITY_STATE = [["street"], ["suite"], ["zip", "city"], ["state"]] as const;
const CITY_ZIP = [["street"], ["suite"], ["city", "zip"]] as const;
const CITY_THEN_STATE_ZIP = [["street"], ["suite"], ["city"], ["state", "zip"]] as const;

const upper = (zip: string) => zip.toUpperCase();
/** A blank before the last `count` signs. */
const spaced = (count: number) => (zip: string) => {
  const bare = zip.toUpperCase().replace(/\s/g, "");
  return `${bare.slice(0, -count)} ${bare.slice(-count)}`;
};
/** A hyphen before the last `count` signs. */
const hyphened = (count: number) => (zip: string) => {
  const bare = zip.replace(/[\s-]/g, "");
  return `${bare.slice(0, -count)}-${bare.slice(-count)}`;
};

const fourDigits = { lines: ZIP_CITY, state: "absent", pattern: /^\d{4}$/ } as const;
const fiveDigits = { lines: ZIP_CITY, state: "absent", pattern: /^\d{5}$/ } as const;

const COUNTRIES: Readonly<Record<string, Entry>> = {
  US: {
    lines: CITY_STATE_ZIP,
    state: "required",
    zipWord: "zip",
    pattern: /^\d{5}(-\d{4})?$/,
    example: "22030",
  },
  CA: {
    lines: CITY_STATE_ZIP,
    state: "required",
    stateWord: "province",
    pattern: /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]?\d[ABCEGHJ-NPRSTV-Z]\d$/i,
    example: "K1A 0B1",
    tidy: (zip) => spaced(3)(zip.replace("-", "")),
  },
  GB: {
    lines: CITY_THEN_STATE_ZIP,
    state: "optional",
    stateWord: "county",
    zipWord: "postcode",
    pattern: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i,
    example: "SW1A 1AA",
    tidy: spaced(3),
  },
  IE: {
    lines: CITY_THEN_STATE_ZIP,
    state: "optional",
    stateWord: "county",
    zipWord: "eircode",
    pattern: /^[A-Z]\d[\dW] ?[A-Z\d]{4}$/i,
    example: "D02 AF30",
    tidy: spaced(4),
  },
  DE: { lines: ZIP_CITY_STATE, state: "optional", stateWord: "land", pattern: /^\d{5}$/, example: "10115" },
  AT: { ...fourDigits, example: "1010" },
  CH: { lines: ZIP_CITY_STATE, state: "optional", stateWord: "canton", pattern: /^\d{4}$/, example: "8001" },
  FR: { ...fiveDigits, example: "75001" },
  MC: { ...fiveDigits, example: "98000" },
  BE: { ...fourDigits, example: "1000" },
  NL: {
    lines: ZIP_CITY,
    state: "absent",
    pattern: /^[1-9]\d{3} ?[A-Z]{2}$/i,
    example: "1012 JS",
    tidy: spaced(2),
  },
  LU: { lines: ZIP_CITY, state: "absent", pattern: /^(L-?)?\d{4}$/i, example: "1009", tidy: upper },
  ES: {
    lines: ZIP_CITY_STATE,
    state: "optional",
    stateWord: "province",
    pattern: /^\d{5}$/,
    example: "28001",
  },
  PT: {
    lines: ZIP_CITY,
    state: "absent",
    pattern: /^\d{4}[ -]?\d{3}$/,
    example: "1000-205",
    tidy: hyphened(3),
  },
  IT: {
    lines: [["street"], ["suite"], ["zip", "city", "state"]],
    state: "required",
    stateWord: "province",
    zipWord: "cap",
    pattern: /^\d{5}$/,
    example: "00118",
  },
  SE: { lines: ZIP_CITY, state: "absent", pattern: /^\d{3} ?\d{2}$/, example: "111 20", tidy: spaced(2) },
  NO: { ...fourDigits, example: "0150" },
  DK: { ...fourDigits, example: "1050" },
  FI: { ...fiveDigits, example: "00100" },
  PL: { lines: ZIP_CITY, state: "absent", pattern: /^\d{2}-?\d{3}$/, example: "00-001", tidy: hyphened(3) },
  CZ: { lines: ZIP_CITY, state: "absent", pattern: /^\d{3} ?\d{2}$/, example: "110 00", tidy: spaced(2) },
  AU: { lines: CITY_STATE_ZIP, state: "required", zipWord: "postcode", pattern: /^\d{4}$/, example: "2000" },
  NZ: { lines: CITY_ZIP, state: "absent", zipWord: "postcode", pattern: /^\d{4}$/, example: "6011" },
  IN: {
    lines: CITY_STATE_ZIP,
    state: "required",
    zipWord: "pin",
    pattern: /^[1-9]\d{2} ?\d{3}$/,
    example: "110001",
  },
  BR: {
    lines: CITY_STATE_ZIP,
    state: "required",
    zipWord: "cep",
    pattern: /^\d{5}-?\d{3}$/,
    example: "01310-100",
    tidy: hyphened(3),
  },
  MX: {
    lines: [["street"], ["suite"], ["zip", "city"], ["state"]],
    state: "required",
    pattern: /^\d{5}$/,
    example: "06000",
  },
  JP: {
    lines: [["zip", "state"], ["city"], ["street"], ["suite"]],
    state: "required",
    stateWord: "prefecture",
    pattern: /^\d{3}-?\d{4}$/,
    example: "100-0001",
    tidy: hyphened(4),
  },
  SG: { lines: CITY_ZIP, state: "absent", pattern: /^\d{6}$/, example: "049145" },
  ZA: { lines: CITY_ZIP, state: "absent", pattern: /^\d{4}$/, example: "8001" },
  AE: {
    lines: [["street"], ["suite"], ["city", "state"]],
    state: "required",
    stateWord: "emirate",
    zip: "absent",
  },
  HK: { lines: [["street"], ["suite"], ["city"]], state: "absent", zip: "absent" },
};

/** For every other country: nothing is insisted on that may not exist there. */
const ANYWHERE: Entry = { lines: CITY_STATE_ZIP, state: "optional", stateWord: "region", zip: "optional" };

/** The rule of a country by its ISO code; of none or an unlisted one, the rule for anywhere. */
export function addressRule(country: string | null | undefined): AddressRule {
  const code = country?.toUpperCase() ?? "";
  const entry = COUNTRIES[code] ?? ANYWHERE;
  const regions = REGIONS[code];
  return {
    lines: entry.lines ?? CITY_STATE_ZIP,
    state: entry.state ?? "optional",
    stateWord: entry.stateWord ?? "state",
    ...(regions ? { regions } : {}),
    zip: entry.zip ?? "required",
    zipWord: entry.zipWord ?? "postalCode",
    ...(entry.pattern ? { zipPattern: entry.pattern } : {}),
    ...(entry.example ? { zipExample: entry.example } : {}),
    tidyZip: entry.tidy ?? ((zip) => zip),
  };
}

/** A state as its country's list spells it: "virginia" becomes "VA". What is not on the list stays as it is. */
export function toRegionCode(country: string | null | undefined, state: string): string {
  const wanted = fold(state);
  const region = addressRule(country).regions?.find(
    ({ code, name }) => fold(code) === wanted || fold(name) === wanted,
  );
  return region?.code ?? state;
}

/** A state's name for its code, where the country has a list. */
export function regionName(country: string | null | undefined, state: string | null): string | null {
  if (state === null) return null;
  return addressRule(country).regions?.find(({ code }) => code === state)?.name ?? state;
}
