import { buttonClass } from "@/components/ui/button-class";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { useTranslations } from "@/lib/i18n/use-translations";
import {
  SYNC_RESOURCES,
  SYNC_RUN_STATES,
  type SyncResource,
  type SyncRunState,
} from "@/lib/mirror/sync-events";
import { routes } from "@/lib/routes";

type Chosen = { resource?: SyncResource | undefined; state?: SyncRunState | undefined };

/** Narrows the history down to one list or one outcome. */
export function HistoryFilters({ chosen }: { chosen: Chosen }) {
  const t = useTranslations("sync.history");
  const admin = useTranslations("sync.admin.resource");
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      <Choices
        label={t("filterList")}
        all={t("allLists")}
        options={SYNC_RESOURCES.map((value) => ({ value, label: admin(value) }))}
        value={chosen.resource}
        hrefOf={(resource) => routes.adminSync({ ...chosen, resource })}
      />
      <Choices
        label={t("filterState")}
        all={t("allStates")}
        options={SYNC_RUN_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        value={chosen.state}
        hrefOf={(state) => routes.adminSync({ ...chosen, state })}
      />
    </div>
  );
}

function Choices({
  label,
  all,
  options,
  value,
  hrefOf,
}: {
  label: string;
  all: string;
  options: readonly { value: string; label: string }[];
  value: string | undefined;
  hrefOf: (value: string | undefined) => string;
}) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-1">
        {[{ value: undefined, label: all }, ...options].map((option) => (
          <li key={option.value ?? ""}>
            <Link
              href={hrefOf(option.value)}
              scroll={false}
              aria-current={option.value === value ? "true" : undefined}
              className={buttonClass(
                { variant: "ghost", size: "sm" },
                cn(option.value === value && "bg-accent-soft text-1"),
              )}
            >
              {option.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
