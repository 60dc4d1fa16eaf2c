"use client";

import { Suspense, useState, useSyncExternalStore } from "react";
import { lazyPart } from "@/components/ui/lazy-part";
import { currentToasts, subscribeToToasts, type Toast } from "@/components/ui/toast-store";

const { Part: ToastList } = lazyPart(() => import("@/components/ui/toast-list"));
const none: readonly Toast[] = [];

/** Shows what toast() says. Once per document, in the layout. F8 moves the focus to it. */
export function Toaster() {
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts, () => none);
  const [needed, setNeeded] = useState(false);
  if (toasts.length > 0 && !needed) setNeeded(true);
  return (
    needed && (
      <Suspense>
        <ToastList toasts={toasts} />
      </Suspense>
    )
  );
}
