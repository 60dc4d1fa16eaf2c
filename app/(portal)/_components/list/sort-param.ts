import type { Sort } from "@/components/data-table/columns";

/** "-created" is by `created`, the largest first. */
export function toSort(param: string): Sort {
  return param.startsWith("-") ? { id: param.slice(1), desc: true } : { id: param, desc: false };
}

/** The param for an order, if the list knows it. */
export function fromSort<Known extends string>(sort: Sort | null, known: readonly Known[]): Known | null {
  const param = sort && `${sort.desc ? "-" : ""}${sort.id}`;
  return known.find((each) => each === param) ?? null;
}
