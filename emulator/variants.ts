import { VARIANTS, type VariantName, type VariantValue } from "./variant-table";

/** The switches of one running emulator. */
export type Variants = {
  is<N extends VariantName>(name: N, value: VariantValue<N>): boolean;
  get<N extends VariantName>(name: N): VariantValue<N>;
  /** @throws Error with a sentence that names the wrong switch or value. */
  set(name: string, value: string): void;
  /** Back to the assignments of the start. */
  reset(): void;
  /** Only what differs from the default. */
  changed(): Record<string, string>;
};

export function createVariants(assignments: string[]): Variants {
  const values = new Map<string, string>();
  const variants: Variants = {
    is: (name, value) => variants.get(name) === value,
    get: (name) => (values.get(name) ?? VARIANTS[name].values[0]) as VariantValue<typeof name>,
    set(name, value) {
      if (!isVariantName(name))
        throw new Error(`There is no variant "${name}". GET /_emulator/variants lists them.`);
      const allowed: readonly string[] = VARIANTS[name].values;
      if (!allowed.includes(value))
        throw new Error(`Variant "${name}" is one of ${allowed.join(", ")}, not "${value}".`);
      if (value === allowed[0]) values.delete(name);
      else values.set(name, value);
    },
    reset: () => {
      values.clear();
      assign();
    },
    changed: () => Object.fromEntries(values),
  };
  const assign = () => {
    for (const assignment of assignments) {
      const at = assignment.indexOf("=");
      if (at < 1) throw new Error(`A variant is written name=value, not "${assignment}".`);
      variants.set(assignment.slice(0, at), assignment.slice(at + 1));
    }
  };
  assign();
  return variants;
}

function isVariantName(name: string): name is VariantName {
  return Object.hasOwn(VARIANTS, name);
}
