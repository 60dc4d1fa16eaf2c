"use client";

import { Icon, type IconName } from "@/components/ui/icon";
import { Spinner } from "@/components/ui/spinner";
import { useLate } from "@/components/ui/use-late";

/**
 * The icon of a field, and a turning ring in its place while the field's answer takes long. Something that turns makes the
 * browser draw what lies around it anew, which a quick answer would pay for with its own first picture.
 */
export function BusyIcon({ busy, name }: { busy: boolean; name: IconName }) {
  return useLate(busy) ? <Spinner /> : <Icon name={name} />;
}
