/** A field's id in the page, for the links of the error summary. */
export function fieldId(path: string): string {
  return `customer-${path.replaceAll(".", "-")}`;
}

/** The paths of everything that is wrong, in a form library's tree of errors, with their messages. */
export function errorPaths(tree: unknown, prefix = ""): { path: string; message: string }[] {
  if (typeof tree !== "object" || tree === null) return [];
  if ("message" in tree && typeof tree.message === "string" && "type" in tree) {
    return [{ path: prefix, message: tree.message }];
  }
  return Object.entries(tree).flatMap(([key, inner]) =>
    key === "ref" ? [] : errorPaths(inner, prefix ? `${prefix}.${key}` : key),
  );
}

/** `ids` in the order in which their fields stand in the page. */
export function inPageOrder<T extends { fieldId: string }>(problems: readonly T[]): T[] {
  const place = ({ fieldId: id }: T) => document.getElementById(id);
  return problems.toSorted((a, b) => {
    const [one, other] = [place(a), place(b)];
    if (!one || !other) return Number(!one) - Number(!other);
    return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}
