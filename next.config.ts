import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run types` (tsc) is the type check; the build would only repeat it.
  typescript: { ignoreBuildErrors: true },
  // These load WebAssembly, native code or files of their own at run time, so they stay out of the bundle.
  serverExternalPackages: [
    "@electric-sql/pglite",
    "pg",
    "pg-boss",
    "pino",
    "undici",
    "@node-rs/argon2",
    "rate-limiter-flexible",
    "drizzle-orm",
    "prom-client",
    "@opentelemetry/api",
    "@opentelemetry/context-async-hooks",
    "@opentelemetry/exporter-trace-otlp-http",
    "@opentelemetry/resources",
    "@opentelemetry/sdk-trace",
  ],
  experimental: { optimizePackageImports: ["radix-ui"] },
};

// Texts are parsed while building, so that the browser needs no parser for them.
const withTexts = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  experimental: {
    messages: {
      path: ["./lib/i18n/messages/en", "./lib/i18n/messages/fr"],
      format: "json",
      locales: ["en", "fr"],
      precompile: true,
    },
  },
});

export default withTexts(config);
