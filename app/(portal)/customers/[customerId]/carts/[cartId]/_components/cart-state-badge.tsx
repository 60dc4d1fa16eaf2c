import { StatusBadge } from "@/components/ui/status-badge";
import type { Tone } from "@/components/ui/tone";
import type { CartState } from "@/lib/carts/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";

const TONES: Record<CartState, Tone> = {
  open: "info",
  saved: "neutral",
  quote: "neutral",
  "checked-out": "ok",
  unknown: "neutral",
};

/** Where a cart stands. */
export function CartStateBadge({ state, plain = false }: { state: CartState; plain?: boolean }) {
  const t = useTranslations("carts.state");
  return (
    <StatusBadge tone={TONES[state]} plain={plain}>
      {t(state)}
    </StatusBadge>
  );
}
