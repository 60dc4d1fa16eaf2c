import { createRandom } from "../random";

export const FAULT_KINDS = [
  "status",
  "latency",
  "drop-before",
  "drop-after",
  "garbage",
  "html",
  "missing-rows",
  "changed-rows",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** One injected fault. It hits calls whose method and path match, `rate` of the time, at most `count` times. */
export type Fault = {
  id: number;
  method?: string;
  path: string;
  kind: FaultKind;
  /** For `status`, and for `html` and `garbage` if not the usual 502 and 200. */
  status?: number;
  message?: string;
  /** For `latency`: real milliseconds. */
  latencyMs?: number;
  /** `Retry-After` in seconds. */
  retryAfter?: number;
  /** For `missing-rows` and `changed-rows`: how many of a list's rows it happens to; all without it. */
  share?: number;
  /** For `changed-rows`. */
  fields?: Record<string, unknown>;
  /** Do the work first, then answer wrongly (`status`, `html`, `garbage`). */
  after?: boolean;
  rate: number;
  count?: number;
  hits: number;
};

export type NewFault = Omit<Fault, "id" | "hits" | "rate"> & { rate?: number };

export type FaultList = {
  add(fault: NewFault): Fault;
  list(): Fault[];
  /** @returns whether there was such a fault; without an id, all go. */
  clear(id?: number): boolean;
  /** The faults that hit this call, each counted as one hit. */
  take(method: string, path: string): Fault[];
};

/** @param seed makes `rate` repeatable from run to run. */
export function createFaultList(seed: number): FaultList {
  let faults: (Fault & { matches: RegExp })[] = [];
  let lastId = 0;
  const random = createRandom(seed);
  const visible = ({ matches: _, ...fault }: Fault & { matches: RegExp }): Fault => fault;
  return {
    add(fault) {
      lastId += 1;
      const added = { rate: 1, ...fault, id: lastId, hits: 0, matches: toPattern(fault.path) };
      faults.push(added);
      return visible(added);
    },
    list: () => faults.map(visible),
    clear(id) {
      const before = faults.length;
      faults = id === undefined ? [] : faults.filter((fault) => fault.id !== id);
      return faults.length < before;
    },
    take(method, path) {
      const hit = faults.filter((fault) => {
        if (fault.method && fault.method.toUpperCase() !== method) return false;
        if (fault.count !== undefined && fault.hits >= fault.count) return false;
        return fault.matches.test(path) && (fault.rate >= 1 || random.chance(fault.rate));
      });
      // One wrong answer a call is enough: waiting faults add up, of the others the first counts.
      const answer = hit.find((fault) => fault.kind !== "latency");
      const taken = hit.filter((fault) => fault.kind === "latency" || fault === answer);
      for (const fault of taken) fault.hits += 1;
      return taken.map(visible);
    },
  };
}

/** A path that starts with `^` is a regular expression; in any other, `*` stands for any characters. */
export function toPattern(path: string): RegExp {
  if (path.startsWith("^")) return new RegExp(path);
  const parts = path.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
}
