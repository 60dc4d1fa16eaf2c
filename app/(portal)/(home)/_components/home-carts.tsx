import { getTranslations } from "next-intl/server";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { listCartsQuery } from "@/lib/carts/inputs";
import { listCarts } from "@/lib/carts/list-carts";
import { readPage } from "@/lib/page";
import { routes } from "@/lib/routes";
import { LoadProblem } from "../../_components/load-problem";

const SHOWN = 5;

/** Carts that are not ordered yet, last touched first, each with the way back into it. */
export async function HomeCarts() {
  const t = await getTranslations("home.carts");
  const loaded = await readPage(() => listCarts(listCartsQuery.parse({})));
  if (!loaded.ok) return <LoadProblem error={loaded.error} />;
  const { rows, total } = loaded.data;
  return (
    <Section title={t("title")} description={total > 0 ? t("text") : null}>
      {rows.length === 0 ? (
        <p className="border-y border-line py-3 text-table text-2">
          {t("none")} <TextLink href={routes.catalog()}>{t("catalog")}</TextLink>
        </p>
      ) : (
        <div className="grid gap-2">
          <ul className="grid border-t border-line">
            {rows.slice(0, SHOWN).map((cart) => (
              <li key={cart.id} className="grid gap-0.5 border-b border-line py-2.5">
                <TextLink
                  href={routes.cart(cart.customerId, cart.id)}
                  className="justify-self-start font-medium"
                >
                  {cart.customerName}
                </TextLink>
                <p className="truncate text-table text-2">
                  {[cart.displayName, cart.itemNames.join(", ")].filter(Boolean).join(" · ")}
                </p>
                <p className="text-caption text-3">
                  {[
                    cart.isRead && t("items", { count: cart.itemCount }),
                    cart.state === "saved" && t("saved"),
                  ]
                    .filter(Boolean)
                    .map((words) => `${words} · `)
                    .join("")}
                  <RelativeTime value={cart.touchedAt} />
                </p>
              </li>
            ))}
          </ul>
          <p className="text-table text-2">
            <TextLink href={routes.carts()}>{t("all", { count: total })}</TextLink>
          </p>
        </div>
      )}
    </Section>
  );
}
