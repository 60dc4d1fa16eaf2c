"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { RequestError } from "@/lib/get-json";

/** Ion says that what the page shows is gone: the page is asked for again, which by now knows it too and says so. */
export function useGone(error: Error | null): void {
  const router = useRouter();
  const gone = error instanceof RequestError && error.status === 404;
  useEffect(() => {
    if (gone) router.refresh();
  }, [gone, router]);
}
