import type { ReactNode } from "react";
import { DateTime } from "@/components/ui/date-time";
import { DescriptionList, Fact } from "@/components/ui/description-list";
import { Reference } from "@/components/ui/reference";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusGlyph } from "@/components/ui/status-glyph";
import type { Tone } from "@/components/ui/tone";
import type { ConnectionDetails } from "@/lib/connection/schemas";
import { useTranslations } from "@/lib/i18n/use-translations";

type Check = NonNullable<ConnectionDetails["check"]>;
type Call = NonNullable<ConnectionDetails["lastCall"]>;

const callTones: Record<Call["state"], Tone> = { ok: "ok", slow: "attention", down: "danger" };
const tokenTones: Record<Check["token"], Tone> = {
  taken: "ok",
  refused: "danger",
  failed: "danger",
  "not-asked": "neutral",
};
const readTones: Record<Check["read"], Tone> = { answered: "ok", failed: "danger", "not-asked": "neutral" };

/** How Ion answered last, by itself and in the last test. */
export function IonAnswers({ details: { lastCall, silentSince, check } }: { details: ConnectionDetails }) {
  const t = useTranslations("connection");
  return (
    <DescriptionList columns={3}>
      <Fact label={t("lastAnswer")}>
        {lastCall ? (
          <Marked tone={callTones[lastCall.state]} note={<RelativeTime value={lastCall.at} />}>
            {t(`callState.${lastCall.state}`, { ms: lastCall.durationMs })}
          </Marked>
        ) : (
          <span className="text-2">{t("noCall")}</span>
        )}
      </Fact>
      {silentSince && (
        <Fact label={t("silentSince")}>
          <DateTime value={silentSince} withRelative />
        </Fact>
      )}
      {check && (
        <>
          <Fact label={t("test.token")}>
            <Marked tone={tokenTones[check.token]}>{t(`test.tokenAnswer.${check.token}`)}</Marked>
          </Fact>
          <Fact label={t("test.read")}>
            <Marked tone={readTones[check.read]}>{t(`test.readAnswer.${check.read}`)}</Marked>
          </Fact>
          {check.problem && (
            <Fact label={t("reason")}>
              <span className="text-danger-text">{check.problem}</span>
              {check.ionRequestId && (
                <span className="block">
                  <Reference value={check.ionRequestId} />
                </span>
              )}
            </Fact>
          )}
        </>
      )}
    </DescriptionList>
  );
}

/** When the last test was, and how long it took; what a test does before the first one. */
export function TestedWhen({ check }: { check: Check | null }) {
  const t = useTranslations("connection.test");
  if (!check) return t("never");
  return (
    <>
      {t.rich("at", { time: () => <RelativeTime value={check.at} /> })}
      {check.latencyMs !== null && ` · ${t("latency", { ms: check.latencyMs })}`}
    </>
  );
}

function Marked({ tone, note, children }: { tone: Tone; note?: ReactNode; children: ReactNode }) {
  return (
    <>
      <span className="inline-flex items-center gap-1.5">
        <StatusGlyph tone={tone} />
        {children}
      </span>
      {note && <span className="block text-caption text-3">{note}</span>}
    </>
  );
}
