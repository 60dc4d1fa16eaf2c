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
  ],
  experimental: { optimizePackageImports: ["lucide-react", "radix-ui"] },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
