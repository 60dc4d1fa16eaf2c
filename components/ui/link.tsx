"use client";

import NextLink from "next/link";
import { type ComponentProps, type FocusEvent, type PointerEvent, useState } from "react";

/**
 * A link within the portal. Where it leads is fetched ahead once it looks like being followed, under the pointer or with the
 * focus, and not as soon as it is seen: the navigation alone would ask the server twenty questions with each page.
 */
export function Link({
  onPointerEnter,
  onFocus,
  ...rest
}: Omit<ComponentProps<typeof NextLink>, "prefetch">) {
  const [wanted, setWanted] = useState(false);
  return (
    <NextLink
      {...rest}
      prefetch={wanted ? null : false}
      onPointerEnter={(event: PointerEvent<HTMLAnchorElement>) => {
        setWanted(true);
        onPointerEnter?.(event);
      }}
      onFocus={(event: FocusEvent<HTMLAnchorElement>) => {
        setWanted(true);
        onFocus?.(event);
      }}
    />
  );
}
