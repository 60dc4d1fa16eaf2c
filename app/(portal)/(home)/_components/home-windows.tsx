import { getTranslations } from "next-intl/server";
import { DateTime } from "@/components/ui/date-time";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { listClosingWindows } from "@/lib/home/list-closing-windows";
import { readPage } from "@/lib/page";
import { routes } from "@/lib/routes";

/** New subscriptions that can be cancelled only for a little longer. Without any, or without Ion, nothing is shown. */
export async function HomeWindows() {
  const t = await getTranslations("home.windows");
  const loaded = await readPage(listClosingWindows);
  if (!loaded.ok || loaded.data.rows.length === 0) return null;
  const { rows, total } = loaded.data;
  return (
    <Section title={t("title")} description={t("text")}>
      <div className="grid gap-2">
        <ul className="grid border-t border-line">
          {rows.map((row) => (
            <li key={row.id} className="grid gap-0.5 border-b border-line py-2.5">
              <TextLink
                href={routes.subscription(row.customerId, row.id)}
                className="justify-self-start font-medium"
              >
                {row.name}
              </TextLink>
              <p className="truncate text-table text-2">
                {[row.customerName ?? row.customerId, row.seats !== null && t("seats", { count: row.seats })]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
              <p className="text-caption text-attention-text">
                {t.rich("until", { time: () => <DateTime value={row.until} withRelative /> })}
              </p>
            </li>
          ))}
        </ul>
        {total > rows.length && (
          <p className="text-table text-2">{t("more", { count: total - rows.length })}</p>
        )}
      </div>
    </Section>
  );
}
