import type { useTranslations } from "@/lib/i18n/use-translations";

/** What a cart is called: as somebody named it, else by its number. */
export function cartName(
  t: ReturnType<typeof useTranslations<"carts">>,
  cart: { id: string; displayName: string | null },
): string {
  return cart.displayName ?? t("untitled", { id: cart.id });
}
