// The design's import table, for the machine. scripts/prove-dependency-rules.mjs breaks each rule once to show that it holds.

const TESTS = "\\.test\\.tsx?$|/testing/";

/** Domains that may not be imported by the domains below them, lowest first. */
const DOMAINS_BELOW = {
  customers: [],
  provisioning: [],
  catalog: ["customers"],
  subscriptions: ["customers", "catalog"],
  carts: ["customers", "catalog", "provisioning", "subscriptions"],
  orders: ["customers", "catalog", "provisioning", "subscriptions", "carts"],
};
const DOMAINS = Object.keys(DOMAINS_BELOW);

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "app-through-domains",
      comment: "Pages and components reach Ion, CloudMC and the database through a domain.",
      severity: "error",
      from: { path: "^(app|components)/", pathNot: TESTS },
      to: { path: "^lib/(ion|cloudmc|db)/" },
    },
    {
      name: "components-know-no-domain",
      comment: "Shared components take data; they may use texts, formats, routes, money and types.",
      severity: "error",
      from: { path: "^components/", pathNot: TESTS },
      to: {
        path: "^(lib|app)/",
        pathNot: "^lib/(format|money|routes|preferences|provisioning|i18n/use-translations)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "lib-knows-no-page",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components)/" },
    },
    {
      name: "ion-client-stands-alone",
      comment:
        "lib/ion runs in plain node with its token store passed in; connect.ts and its store know database and settings.",
      severity: "error",
      from: {
        path: "^lib/(ion|cloudmc)/",
        pathNot: `${TESTS}|^lib/(ion|cloudmc)/(connect|db-token-store)[\\w-]*\\.ts$`,
      },
      to: { path: "^(lib|app|components)/", pathNot: "^lib/(ion|cloudmc)/" },
    },
    {
      name: "ion-connects-in-one-place",
      severity: "error",
      from: { path: "^lib/(ion|cloudmc)/(connect|db-token-store)[\\w-]*\\.ts$" },
      to: { path: "^lib/", pathNot: "^lib/(ion|cloudmc|db|observe)/|^lib/(env|log|errors)\\.ts$" },
    },
    {
      name: "database-knows-no-domain",
      severity: "error",
      from: { path: "^lib/db/", pathNot: TESTS },
      to: { path: "^lib/", pathNot: "^lib/db/|^lib/env\\.ts$" },
    },
    {
      name: "auth-below-domains",
      severity: "error",
      from: { path: "^lib/auth/", pathNot: TESTS },
      to: { path: `^lib/(${DOMAINS.join("|")}|ion|cloudmc|jobs)/` },
    },
    {
      name: "mirror-knows-no-domain",
      comment:
        "The sync engine and the tools of lists are below the domains, which describe their rows to them.",
      severity: "error",
      from: { path: "^lib/(mirror|lists)/", pathNot: TESTS },
      to: { path: `^lib/(${DOMAINS.join("|")}|jobs)/` },
    },
    ...DOMAINS.map((domain) => ({
      name: `domain-order-${domain}`,
      comment: `${domain} may use the domains below it: ${DOMAINS_BELOW[domain].join(", ") || "none"}.`,
      severity: "error",
      from: { path: `^lib/${domain}/`, pathNot: TESTS },
      to: {
        path: `^lib/(${DOMAINS.filter((other) => other !== domain && !DOMAINS_BELOW[domain].includes(other)).join("|")}|jobs)/`,
      },
    })),
    {
      name: "emulator-stands-alone",
      comment: "The emulator and the client are two readings of one contract; they meet over HTTP only.",
      severity: "error",
      from: { path: "^emulator/" },
      to: { path: "^(app|components|lib|e2e|scripts)/" },
    },
    {
      name: "nobody-imports-the-emulator",
      severity: "error",
      from: { path: "^(app|components|lib|e2e)/" },
      to: { path: "^emulator/" },
    },
    {
      name: "stories-stand-alone",
      severity: "error",
      from: { path: "^e2e/" },
      to: { path: "^(app|components|lib|scripts)/" },
    },
    {
      name: "resolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(server-only|node:sqlite)$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|\\.data|\\.cache|node_modules|next-env\\.d\\.ts)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
