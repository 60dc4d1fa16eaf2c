"use client";

import { TextLink } from "@/components/ui/text-link";
import { resourceOf } from "@/lib/audit/resource-of";
import { useTranslations } from "@/lib/i18n/use-translations";

/** What a command was done to, as a link where it can be looked at; a person is called by name. */
export function ResourceLink({
  resource,
  nameOf,
  className,
}: {
  resource: string;
  nameOf: (userId: string) => string | null;
  className?: string;
}) {
  const t = useTranslations("audit.resource");
  const { kind, id, href } = resourceOf(resource);
  const words = t(kind, { id: kind === "user" ? (nameOf(id) ?? id) : id });
  return href === null ? (
    <span className={className}>{words}</span>
  ) : (
    <TextLink href={href} className={className}>
      {words}
    </TextLink>
  );
}
