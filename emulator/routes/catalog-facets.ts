import { CATEGORIES, CHARGES, VERTICALS, verticalName } from "../catalog-facets";
import { type Call, json, type Route } from "../http/route";

const ROOT = "/api/v3/accounts/:accountId/products";
const SINCE = "2021-03-01T08:00:00Z";

function categories(call: Call) {
  const { db } = call.emulator;
  const prefix = `accounts/${call.accountId}/categories/`;
  const rows = db.all<{ category: string; count: number }>(
    "SELECT category, count(*) AS count FROM product_categories WHERE account_id = ? GROUP BY category",
    call.accountId,
  );
  const counts = new Map(rows.map((row) => [row.category, row.count]));
  return json({
    categories: CATEGORIES.map((category) => ({
      name: `${prefix}${category.id}`,
      displayName: category.displayName,
      count: counts.get(category.id) ?? 0,
      description: category.description,
      icon: [`https://assets.ion.example/categories/${category.id}/icon.png`],
      banner: [`https://assets.ion.example/categories/${category.id}/banner.jpg`],
      logos: [],
      features: [],
      externalLink: `https://www.ion.example/categories/${category.id}`,
      parent: category.parent,
      children: CATEGORIES.filter((one) => one.parent === category.id).map((one) => one.id),
    })),
  });
}

function verticals(call: Call) {
  return json({
    verticals: VERTICALS.map(({ id, description }) => ({
      name: verticalName(call.accountId, id),
      displayName: id,
      description,
    })),
  });
}

function charges(call: Call) {
  return json({
    charges: CHARGES.map(({ id, tiers, ...charge }) => {
      const name = `accounts/${call.accountId}/charges/${id}`;
      return {
        name,
        ...charge,
        currency: "USD",
        tiers: tiers.map((tier, index) => ({ name: `${name}/tiers/${index + 1}`, ...tier })),
        createTime: SINCE,
        updateTime: SINCE,
      };
    }),
  });
}

export const catalogFacetRoutes: Route[] = [
  { method: "GET", path: `${ROOT}/categories`, handle: categories },
  { method: "GET", path: `${ROOT}/verticals`, handle: verticals },
  { method: "GET", path: `${ROOT}/charges`, handle: charges },
];
