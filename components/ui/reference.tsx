import { cn } from "@/components/ui/cn";
import { useTranslations } from "@/lib/i18n/use-translations";

/** The number to quote when asking about something that went wrong. */
export function Reference({ value, className }: { value: string; className?: string }) {
  const t = useTranslations("common");
  return (
    <span className={cn("text-caption text-2", className)}>
      {t.rich("reference", {
        value,
        code: (chunks) => <code className="font-mono break-all select-all">{chunks}</code>,
      })}
    </span>
  );
}
