// Prints what was measured of the list routes, of the catalog search and of the passes over Ion's lists.
import { giveUp } from "../lib/process.mjs";
import { median, p95, print } from "./figures.mjs";
import { scanTimes } from "./searches.mjs";

export function listFigures(label, routes, inside) {
  for (const [list, { fast, slow }] of Object.entries(routes)) {
    const floor = p95(inside.sql[list]);
    print({
      name: `/api/${list}, p95 (${label})`,
      value: p95(slow),
      unit: "ms",
      n: slow.length,
      floor,
      bound: 2 * floor + 5,
      limit: "2 x bare SQL + 5 ms",
    });
    print({
      name: `/api/${list}, p95 with Ion at 800 ms against 0 ms (${label})`,
      value: p95(slow),
      unit: "ms",
      n: slow.length,
      floor: p95(fast),
      bound: 1.1 * p95(fast),
      limit: "1.1 x floor",
    });
    print({
      name: `${list} in process, p95 (${label})`,
      value: p95(inside.inProcess[list]),
      unit: "ms",
      n: inside.inProcess[list].length,
      floor,
    });
  }
}

export function catalogFigures(label, catalog, inside, plans, searches) {
  const floor = p95(scanTimes(plans, searches));
  print({
    name: `catalog search over HTTP, p95 of ${plans.length} plans (${label})`,
    value: p95(catalog),
    unit: "ms",
    n: catalog.length,
    floor,
    bound: 3 * floor,
    limit: "3 x plain scan",
  });
  print({
    name: `catalog search in process, p95 of ${plans.length} plans (${label})`,
    value: p95(inside.search),
    unit: "ms",
    n: inside.search.length,
    floor,
    bound: 3 * floor,
    limit: "3 x plain scan",
  });
  print({
    name: `catalog search over HTTP, p50 (${label})`,
    value: median(catalog),
    unit: "ms",
    n: catalog.length,
  });
}

export function passFigures(label, { passes }) {
  for (const { resource, first, again } of passes) {
    const { inserted = 0, updated = 0, removed = 0, state, databaseMs } = again.outcome;
    if (first) {
      print({
        name: `first pass over ${resource} (${label})`,
        value: first.seconds,
        unit: "s",
        n: first.rows,
        bound: resource === "products" ? 120 : 180,
      });
    }
    if (state !== "done") giveUp(`The second pass over ${resource} ended as ${state}.`);
    print({
      name: `rows written by an unchanged pass over ${resource} (${label})`,
      value: inserted + updated + removed,
      unit: "rows",
      bound: 0,
    });
    if (first) {
      print({
        name: `database time of an unchanged pass over ${resource} (${label})`,
        value: databaseMs,
        unit: "ms",
        floor: first.databaseMs,
        bound: first.databaseMs / 5,
        limit: "1/5 of the first pass",
      });
    }
  }
}
