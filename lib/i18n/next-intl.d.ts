import type { Locale as Ours } from "./locales";

declare module "next-intl" {
  interface AppConfig {
    Locale: Ours;
  }
}
