import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

// The names by which requests are counted come from the build's own lists: there is a bounded number of them, and none
// holds an id.

const routesManifest = z.object({
  staticRoutes: z.array(z.object({ page: z.string() })),
  dynamicRoutes: z.array(z.object({ page: z.string(), regex: z.string() })),
});
const actionsManifest = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string().optional() })),
});

export type RouteNames = {
  /** `/customers/[customerId]` for a path such as `/customers/70589`; `other` for what is no route. */
  ofPath: (pathname: string) => string;
  /** `placeOrderAction` for the id that a browser sends; `other` for an unknown one. */
  ofAction: (id: string) => string;
};

/** Names from the two lists of a build (`routes-manifest.json`, `server-reference-manifest.json`). */
export function routeNames(routes: unknown, actions: unknown): RouteNames {
  const { staticRoutes, dynamicRoutes } = routesManifest
    .catch({ staticRoutes: [], dynamicRoutes: [] })
    .parse(routes);
  const { node } = actionsManifest.catch({ node: {} }).parse(actions);
  const fixed = new Set(staticRoutes.map(({ page }) => page));
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, matches: new RegExp(regex) }));
  return {
    ofPath(pathname) {
      if (pathname.startsWith("/_next/")) return "static";
      if (fixed.has(pathname)) return pathname;
      return patterns.find(({ matches }) => matches.test(pathname))?.page ?? "other";
    },
    ofAction: (id) => (Object.hasOwn(node, id) ? node[id]?.exportedName : undefined) ?? "other",
  };
}

/** Names of the portal's build; everything is `other` where there is none, as under `next dev`. */
export function readRouteNames(): RouteNames {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), ".next");
  return routeNames(
    readJson(path.join(folder, "routes-manifest.json")),
    readJson(path.join(folder, "server/server-reference-manifest.json")),
  );
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
