/** What a page's state looks like in its address. Pure: the same on the server and in the browser. */

/** The search params as Next hands them to a page, or as the browser has them. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** How one value stands in the address. What makes no sense there reads as null. */
export class Param<T, Read = T | null> {
  readonly parse: (text: string) => T | null;
  readonly write: (value: T) => string;
  /** What an address without it means. */
  readonly missing: Read;

  constructor(parse: (text: string) => T | null, write: (value: T) => string, missing: Read) {
    this.parse = parse;
    this.write = write;
    this.missing = missing;
  }

  /** The same with a value for addresses that say nothing; that value is never written into one. */
  or(fallback: T): Param<T, T> {
    return new Param(this.parse, this.write, fallback);
  }

  /** The value in an address; of several the first counts. */
  read(text: string | null | undefined): Read | T {
    return (text === null || text === undefined ? null : this.parse(text)) ?? this.missing;
  }

  /** The text for an address; null when it would say nothing. */
  text(value: T | null | undefined): string | null {
    if (value === null || value === undefined) return null;
    const text = this.write(value);
    const usual = this.missing === null ? null : this.write(this.missing as T);
    return text === usual ? null : text;
  }
}

export const textParam = new Param<string>(
  (text) => text,
  (value) => value,
  null,
);

export const wholeParam = new Param<number>(
  (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : null),
  String,
  null,
);

export const flagParam = new Param<boolean>((text) => text.toLowerCase() === "true", String, null);

/** One of these words. */
export function wordParam<const Word extends string>(words: readonly Word[]): Param<Word> {
  return new Param<Word>(
    (text) => words.find((word) => word === text) ?? null,
    (value) => value,
    null,
  );
}

/** Several values with commas between them, a comma inside one written as %2C; those that make no sense are left out. */
export function listParam<Item>(item: Param<Item>): Param<Item[]> {
  return new Param<Item[]>(
    (text) =>
      text === ""
        ? []
        : text.split(",").flatMap((part) => {
            const value = item.parse(part.replaceAll("%2C", ","));
            return value === null ? [] : [value];
          }),
    (values) => values.map((value) => item.write(value).replaceAll(",", "%2C")).join(","),
    null,
  );
}

// biome-ignore lint/suspicious/noExplicitAny: parameters of any type stand side by side
export type ParamSet = Record<string, Param<any, any>>;
/** The values behind an address. */
export type ParamsOf<Set extends ParamSet> = { [Name in keyof Set]: ReturnType<Set[Name]["read"]> };
/** Values to change; null takes one out of the address. */
export type ParamChanges<Set extends ParamSet> = {
  [Name in keyof Set]?: ReturnType<Set[Name]["parse"]> | undefined;
};

/** Reads the values of a page's state out of its search params, awaited first where they are a promise. */
export function readParams<Set extends ParamSet>(
  set: Set,
  source: SearchParams | URLSearchParams,
): ParamsOf<Set> {
  const given = (name: string) => {
    if (source instanceof URLSearchParams) return source.get(name);
    const value = source[name];
    return Array.isArray(value) ? value[0] : value;
  };
  const entries = Object.entries(set).map(([name, param]) => [name, param.read(given(name))]);
  // One entry a parameter, each of its parameter's type.
  return Object.fromEntries(entries) as ParamsOf<Set>;
}

/** The search params with some of them changed, the others as they are. */
export function changeParams<Set extends ParamSet>(
  set: Set,
  current: URLSearchParams,
  changes: ParamChanges<Set>,
): URLSearchParams {
  const params = new URLSearchParams(current);
  for (const [name, value] of Object.entries(changes)) {
    const text = set[name]?.text(value) ?? null;
    if (text === null) params.delete(name);
    else params.set(name, text);
  }
  return params;
}
