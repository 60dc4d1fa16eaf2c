/**
 * Shapes of what the portal's own GET handlers answer, for the browser to check. Reads like zod and does what the answers need
 * and no more: in every list page's JavaScript zod would weigh as much as all of its components. What comes from people or from
 * Ion is parsed with zod, on the server.
 */

export type Result<T> = { success: true; data: T } | { success: false; data?: undefined; error: ShapeError };

/** Something is not of the shape; `path` says where. */
export class ShapeError extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`Not of the expected shape at ${path || "the top"}`);
    this.name = "ShapeError";
    this.path = path;
  }
}

/** What a reader of answers needs of a shape; zod's schemas have it too. */
export type Checks<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false } };

type Read<T> = (value: unknown, path: string) => T;
export type Infer<S> = S extends Shape<infer T> ? T : never;

export class Shape<T> {
  readonly read: Read<T>;
  constructor(read: Read<T>) {
    this.read = read;
  }

  /** The value, made only of what the shape names; throws {@link ShapeError}. */
  parse(value: unknown): T {
    return this.read(value, "");
  }

  safeParse(value: unknown): Result<T> {
    try {
      return { success: true, data: this.read(value, "") };
    } catch (error) {
      if (error instanceof ShapeError) return { success: false, error };
      throw error;
    }
  }

  nullable(): Shape<T | null> {
    return new Shape((value, path) => (value === null ? null : this.read(value, path)));
  }

  /** What does not fit is `instead`. */
  catch(instead: T): Shape<T> {
    return new Shape((value) => {
      const result = this.safeParse(value);
      return result.success ? result.data : instead;
    });
  }

  optional(): Shape<T | undefined> {
    return new Shape((value, path) => (value === undefined ? undefined : this.read(value, path)));
  }
}

function only<T>(test: (value: unknown) => value is T): () => Shape<T> {
  const shape = new Shape((value, path) => {
    if (!test(value)) throw new ShapeError(path);
    return value;
  });
  return () => shape;
}

export const string = only((value): value is string => typeof value === "string");
export const boolean = only((value): value is boolean => typeof value === "boolean");
export const number = only((value): value is number => typeof value === "number" && Number.isFinite(value));
/** A whole number. */
export const int = only((value): value is number => Number.isSafeInteger(value));

/** A text of a pattern. */
export function text(pattern: RegExp): Shape<string> {
  return only((value): value is string => typeof value === "string" && pattern.test(value))();
}

/** One of these words. */
export function oneOf<const Word extends string | number | boolean>(words: readonly Word[]): Shape<Word> {
  return only((value): value is Word => (words as readonly unknown[]).includes(value))();
}

/** This very value. */
export function literal<const Value extends string | number | boolean>(value: Value): Shape<Value> {
  return oneOf([value]);
}

export function array<T>(item: Shape<T>): Shape<T[]> {
  return new Shape((value, path) => {
    if (!Array.isArray(value)) throw new ShapeError(path);
    return value.map((each, index) => item.read(each, `${path}[${index}]`));
  });
}

/** Two of a kind. */
export function pair<T>(item: Shape<T>): Shape<[T, T]> {
  return new Shape((value, path) => {
    if (!Array.isArray(value) || value.length !== 2) throw new ShapeError(path);
    return [item.read(value[0], `${path}[0]`), item.read(value[1], `${path}[1]`)];
  });
}

/** Whatever passes the test, as it is. */
export function custom<T>(test: (value: unknown) => boolean): Shape<T> {
  return only((value): value is T => test(value))();
}

/** Values by names that nobody knows beforehand. */
export function record<T>(item: Shape<T>): Shape<Record<string, T>> {
  return new Shape((value, path) => {
    const entries = Object.entries(requireObject(value, path));
    return Object.fromEntries(entries.map(([key, each]) => [key, item.read(each, `${path}.${key}`)]));
  });
}

type Fields = Record<string, Shape<unknown>>;
type OptionalKeys<F extends Fields> = {
  [K in keyof F]: undefined extends Infer<F[K]> ? K : never;
}[keyof F];
type Flat<T> = { [K in keyof T]: T[K] };
type ObjectOf<F extends Fields> = Flat<
  { [K in Exclude<keyof F, OptionalKeys<F>>]: Infer<F[K]> } & { [K in OptionalKeys<F>]?: Infer<F[K]> }
>;

/** An object's shape, which others can be made from. */
export class ObjectShape<F extends Fields> extends Shape<ObjectOf<F>> {
  readonly fields: F;

  constructor(fields: F) {
    const entries = Object.entries(fields);
    super((value, path) => {
      const given = requireObject(value, path);
      const result: Record<string, unknown> = {};
      for (const [key, shape] of entries) {
        const read = shape.read(given[key], `${path}.${key}`);
        if (read !== undefined) result[key] = read;
      }
      // Each field was read by its own shape.
      return result as ObjectOf<F>;
    });
    this.fields = fields;
  }

  extend<More extends Fields>(more: More): ObjectShape<Omit<F, keyof More> & More> {
    return new ObjectShape({ ...this.fields, ...more } as Omit<F, keyof More> & More);
  }

  pick<const K extends keyof F & string>(...keys: readonly K[]): ObjectShape<Pick<F, K>> {
    const picked = Object.fromEntries(keys.map((key) => [key, this.fields[key]]));
    return new ObjectShape(picked as unknown as Pick<F, K>);
  }
}

/** An object; what it has besides these fields is left out. */
export function object<F extends Fields>(fields: F): ObjectShape<F> {
  return new ObjectShape(fields);
}

/** One of several objects, told apart by the first that fits. */
export function either<const S extends readonly Shape<unknown>[]>(shapes: S): Shape<Infer<S[number]>> {
  return new Shape((value, path) => {
    for (const shape of shapes) {
      const result = shape.safeParse(value);
      if (result.success) return result.data as Infer<S[number]>;
    }
    throw new ShapeError(path);
  });
}

function requireObject(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new ShapeError(path);
  return value as Record<string, unknown>;
}
