"use client";

import { useLayoutEffect } from "react";
import { type Crumb, showCrumbs } from "@/components/shell/breadcrumb-store";

/**
 * Says in the top bar where this page is, from the section down: `[{ label: "Contoso", href }, { label: "Order 42" }]`.
 * The section itself ("Customers") is there already. The last one is this page.
 */
export function PageCrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const key = JSON.stringify(crumbs);
  useLayoutEffect(() => showCrumbs(JSON.parse(key) as readonly Crumb[]), [key]);
  return null;
}
