"use client";

import { createContext, type ReactNode, useContext, useState } from "react";

const FloatContext = createContext<{
  host: HTMLElement | null;
  setHost: (host: HTMLElement | null) => void;
} | null>(null);

/**
 * Decides where menus, tooltips and lists of choices are put in the document: into the FloatHost below it, so that they
 * belong to the page's main landmark, or to the window they were opened from, and not to the end of the body.
 */
export function FloatProvider({ children }: { children: ReactNode }) {
  const [host, setHost] = useState<HTMLElement | null>(null);
  return <FloatContext value={{ host, setHost }}>{children}</FloatContext>;
}

/** The place itself: one per FloatProvider, last in a landmark or window. */
export function FloatHost() {
  return <div ref={useContext(FloatContext)?.setHost} data-print="hide" />;
}

/** For the `container` of a Radix portal; undefined (the body) outside a provider. */
export function useFloatHost(): HTMLElement | undefined {
  return useContext(FloatContext)?.host ?? undefined;
}
