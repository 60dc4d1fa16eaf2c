"use client";

import { useMemo } from "react";
import { FreshnessLine } from "@/app/(portal)/_components/freshness-line";
import { Freshness } from "@/app/(portal)/orders/_components/freshness";
import { OrderNews } from "@/app/(portal)/orders/_components/order-news";
import { Section } from "@/components/ui/section";
import { StatusGlyph } from "@/components/ui/status-glyph";
import { TextLink } from "@/components/ui/text-link";
import type { TodaysOrders as Today } from "@/lib/home/today-schemas";
import { useTodaysOrders } from "@/lib/home/use-todays-orders";
import { useTranslations } from "@/lib/i18n/use-translations";
import { routes } from "@/lib/routes";
import { TodaysOrderRow } from "./todays-order-row";
import { UnconfirmedOrders } from "./unconfirmed-orders";

/** What needs somebody among the orders, and what is on its way; renewed by itself. */
export function TodaysOrders({ initial }: { initial: Today }) {
  const t = useTranslations("home");
  const query = useTodaysOrders(initial);
  const { unconfirmed, attention, moving, partial, freshness } = query.data;
  const all = useMemo(() => [...attention.rows, ...moving.rows], [attention.rows, moving.rows]);
  return (
    <div className="grid min-w-0 content-start gap-8">
      {unconfirmed.length > 0 && <UnconfirmedOrders orders={unconfirmed} />}
      <Section
        title={t("attention.title")}
        description={attention.total > 0 ? t("attention.text") : null}
        actions={
          // What the portal itself can't be asked comes before how new its answer was.
          query.error || query.fetchStatus === "paused" ? (
            <Freshness
              updatedAtMs={query.dataUpdatedAt}
              following
              error={query.error}
              offline={query.fetchStatus === "paused"}
              onRefresh={() => query.refetch()}
            />
          ) : (
            <span className="text-caption text-3">
              <FreshnessLine resource="orders" freshness={freshness} onNews={() => query.refetch()} />
            </span>
          )
        }
      >
        {attention.total > 0 ? (
          <OrderRows orders={attention} partial={partial} allHref={routes.orders({ status: "attention" })}>
            {t("attention.all")}
          </OrderRows>
        ) : freshness.asOf === null ? (
          // Not yet known is not the same as nothing.
          <p role="status" className="border-y border-line py-4 text-2">
            {t("filling", { count: freshness.running?.rows ?? 0 })}
          </p>
        ) : (
          <p className="flex items-center gap-2 border-y border-line py-4 text-2">
            <StatusGlyph tone="ok" />
            {t("attention.none")}
          </p>
        )}
      </Section>
      {moving.total > 0 && (
        <Section title={t("moving.title")} description={t("moving.text")}>
          <OrderRows orders={moving} partial={partial} allHref={routes.orders()}>
            {t("moving.all")}
          </OrderRows>
        </Section>
      )}
      <OrderNews orders={all} />
    </div>
  );
}

function OrderRows({
  orders: { rows, total },
  partial,
  allHref,
  children,
}: {
  orders: Today["attention"];
  partial: boolean;
  allHref: string;
  children: string;
}) {
  const t = useTranslations("home");
  return (
    <div className="grid gap-2">
      <ul className="grid border-t border-line">
        {rows.map((row) => (
          <TodaysOrderRow key={row.id} order={row} />
        ))}
      </ul>
      <p className="text-table text-2">
        {rows.length < total && `${t(partial ? "shownOfMore" : "shownOf", { shown: rows.length, total })} · `}
        <TextLink href={allHref}>{children}</TextLink>
      </p>
    </div>
  );
}
