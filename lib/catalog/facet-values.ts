/** Several values in one search param: joined by commas, a comma inside a value written as %2C. */
export function joinValues(values: readonly string[]): string {
  return values.map((value) => value.replaceAll(",", "%2C")).join(",");
}

/** The values of a search param; see {@link joinValues}. */
export function splitValues(text: string): string[] {
  return text.split(",").flatMap((value) => (value === "" ? [] : [value.replaceAll("%2C", ",")]));
}

/** The facet value of products or plans that have none. */
export const NO_VALUE = "none";
