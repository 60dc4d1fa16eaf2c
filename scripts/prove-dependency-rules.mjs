// Breaks every dependency rule once, in throw-away files, and checks that the cruiser objects to each by name: a rule that
// can't fail protects nothing.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { run, say } from "./lib/process.mjs";

const { forbidden } = createRequire(import.meta.url)("../.dependency-cruiser.cjs");
const NAME = "zz-breaks-a-rule";

/** rule name -> [file that breaks it, what it imports] */
const BREAKS = {
  "no-cycles": [`lib/${NAME}-cycle.ts`, `./${NAME}-cycle-back`],
  "app-through-domains": [`app/${NAME}.ts`, "@/lib/db/client"],
  "components-know-no-domain": [`components/${NAME}.ts`, "@/lib/errors"],
  "lib-knows-no-page": [`lib/${NAME}-page.ts`, "@/components/ui/button"],
  "ion-client-stands-alone": [`lib/ion/${NAME}.ts`, "@/lib/log"],
  "ion-connects-in-one-place": [`lib/ion/connect-${NAME}.ts`, "@/lib/routes"],
  "database-knows-no-domain": [`lib/db/${NAME}.ts`, "@/lib/routes"],
  "auth-below-domains": [`lib/auth/${NAME}.ts`, "@/lib/orders/intents/open-intent"],
  "mirror-knows-no-domain": [`lib/mirror/${NAME}.ts`, "@/lib/orders/intents/open-intent"],
  "domain-order-customers": [`lib/customers/${NAME}.ts`, "@/lib/orders/intents/open-intent"],
  "domain-order-provisioning": [`lib/provisioning/${NAME}.ts`, "@/lib/orders/intents/open-intent"],
  "domain-order-catalog": [`lib/catalog/${NAME}.ts`, "@/lib/orders/intents/open-intent"],
  "domain-order-subscriptions": [`lib/subscriptions/${NAME}.ts`, "@/lib/orders/intents/open-intent"],
  "domain-order-carts": [`lib/carts/${NAME}.ts`, "@/lib/orders/intents/open-intent"],
  "domain-order-orders": [`lib/orders/${NAME}.ts`, "@/lib/jobs/jobs"],
  "emulator-stands-alone": [`emulator/${NAME}.ts`, "../lib/errors"],
  "nobody-imports-the-emulator": [`lib/${NAME}-emulator.ts`, "../emulator/main"],
  "stories-stand-alone": [`e2e/${NAME}.ts`, "../lib/errors"],
  resolvable: [`lib/${NAME}-nowhere.ts`, "./does-not-exist"],
};

const made = [];
function write(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  made.push(file);
}

const missing = forbidden.map((rule) => rule.name).filter((name) => !(name in BREAKS));
if (missing.length > 0) {
  say(`No proof for: ${missing.join(", ")}`);
  process.exit(1);
}

let silent = [];
try {
  for (const [file, imported] of Object.values(BREAKS)) write(file, `import "${imported}";\n`);
  write(`lib/${NAME}-cycle-back.ts`, `import "./${NAME}-cycle";\n`);
  const { output } = await run("depcruise", ["--config", ".dependency-cruiser.cjs", "-T", "json", ...made], {
    quiet: true,
  });
  const { summary } = JSON.parse(output.slice(output.indexOf("{")).split("\n\n‼")[0]);
  const objected = new Set(summary.violations.map((violation) => violation.rule.name));
  silent = Object.keys(BREAKS).filter((name) => !objected.has(name));
} finally {
  for (const file of made) rmSync(file, { force: true });
}
if (silent.length > 0) {
  say(`These rules did not object when broken: ${silent.join(", ")}`);
  process.exit(1);
}
say(`All ${forbidden.length} rules object when broken.`);
