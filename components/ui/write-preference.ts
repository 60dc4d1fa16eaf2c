import { preferenceCookie } from "@/lib/preferences";

/** Remembers a choice about the look of the portal in this browser; undefined forgets it. */
export function writePreference(name: string, value: string | undefined): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that we support
  document.cookie = preferenceCookie(name, value);
}
