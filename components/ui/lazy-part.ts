import { type ComponentType, lazy } from "react";

const RETRY_AFTER_MS = 1000;

/**
 * A component whose code comes when somebody is about to need it. `preload` fetches it ahead, on hover or focus of what opens
 * it, and fails silently: the opening asks again. Show the component inside a Suspense.
 */
export function lazyPart<Props>(load: () => Promise<{ default: ComponentType<Props> }>) {
  const retrying = () =>
    load().catch(async () => {
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
      return load();
    });
  return { Part: lazy(retrying), preload: () => void load().catch(() => undefined) };
}
