import { DateTime } from "@/components/ui/date-time";
import { DescriptionList, Fact } from "@/components/ui/description-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusGlyph } from "@/components/ui/status-glyph";
import type { ConnectionDetails } from "@/lib/connection/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";

/** What is known of the account's two tokens: how long they live, and how their renewal goes. */
export function TokenFacts({ details }: { details: ConnectionDetails }) {
  const t = useTranslations("connection");
  const { rotatedAt, accessExpiresAt, failingSince, reason } = details;
  const accessLives = accessExpiresAt !== null && Date.parse(accessExpiresAt) > Date.now();
  return (
    <DescriptionList columns={3}>
      <Fact label={t("refreshToken")}>
        <RefreshToken details={details} />
      </Fact>
      <Fact label={t("lastRotation")}>
        {rotatedAt && (
          <>
            <RelativeTime value={rotatedAt} />
            <span className="block text-caption text-3">
              <DateTime value={rotatedAt} />
            </span>
          </>
        )}
      </Fact>
      <Fact label={t("accessToken")}>
        {accessExpiresAt && (
          <span suppressHydrationWarning>
            {t.rich(accessLives ? "accessEnds" : "accessEnded", {
              time: () => <RelativeTime value={accessExpiresAt} />,
            })}
          </span>
        )}
      </Fact>
      {failingSince && (
        <Fact label={t("failingSince")}>
          <DateTime value={failingSince} withRelative />
        </Fact>
      )}
      {reason && <Fact label={t("reason")}>{reason}</Fact>}
    </DescriptionList>
  );
}

function RefreshToken({ details: { state, daysLeft, refreshExpiresAt } }: { details: ConnectionDetails }) {
  const t = useTranslations("connection");
  if (state === "none") return null;
  if (state === "lost")
    return (
      <span className="inline-flex items-center gap-1.5">
        <StatusGlyph tone="danger" />
        {t("spent")}
      </span>
    );
  if (daysLeft === null || refreshExpiresAt === null) return t("untried");
  return (
    <>
      {t("daysLeft", { days: daysLeft })}
      <span className="block text-caption text-3">
        <DateTime value={refreshExpiresAt} />
      </span>
    </>
  );
}
