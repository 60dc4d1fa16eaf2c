import { type ReactNode, Suspense } from "react";
import { withinPatience } from "@/lib/patience";

/** People take what comes within this time for "at once"; a skeleton would only flash. */
const SOON_MS = 250;

/**
 * A page's content, drawn in one piece when it is there soon, which a page out of the mirror is; else `fallback` holds its
 * place until it comes. A boundary that is always there costs the usual case a third of a second: React holds back what
 * replaces a fallback that it has just shown.
 */
export async function Soon({
  content,
  fallback,
}: {
  content: Promise<Awaited<ReactNode>>;
  fallback: ReactNode;
}) {
  const early = await withinPatience(content, SOON_MS);
  return early ?? <Suspense fallback={fallback}>{content}</Suspense>;
}
