// JavaScript that a page loads before anything is clicked, from the lists that the build writes; forms made from templates
// come later and have a bound of their own below.
const { readFileSync } = require("node:fs");

const BUILD = ".next";

/** Files of a route's own, its layouts and the framework. */
function filesOf(route) {
  const { rootMainFiles } = JSON.parse(readFileSync(`${BUILD}/build-manifest.json`, "utf8"));
  const text = readFileSync(`${BUILD}/server/app${route}_client-reference-manifest.js`, "utf8");
  const manifest = JSON.parse(text.slice(text.indexOf("= {") + 2, text.lastIndexOf("}") + 1));
  const entries = Object.values(manifest.entryJSFiles ?? {}).flat();
  return [...new Set([...rootMainFiles, ...entries])].map((file) => `${BUILD}/${file}`);
}

const page = (name, route, limit) => ({ name, path: filesOf(route), gzip: true, limit });

module.exports = [
  page("sign-in", "/(auth)/sign-in/page", "170 kB"),
  // A bare page of Next alone is 132 kB; components/README.md says how the rest stays small.
  page("catalog", "/(portal)/catalog/(list)/page", "200 kB"),
  page("customers", "/(portal)/customers/(list)/page", "200 kB"),
  page("orders", "/(portal)/orders/page", "200 kB"),
  page("subscriptions", "/(portal)/subscriptions/page", "200 kB"),
  page("new customer", "/(portal)/customers/new/page", "280 kB"),
  page("cart, before its forms", "/(portal)/customers/[customerId]/carts/[cartId]/page", "270 kB"),
  { name: "all styles", path: ".next/static/chunks/*.css", gzip: true, limit: "40 kB" },
];
