import "server-only";
import type { IonClient } from "@/lib/ion/client";
import { connectIon } from "@/lib/ion/connect";
import { log } from "@/lib/log";
import { keepLabels, readLabels } from "@/lib/mirror/labels";

/** After a fruitless question Ion is left alone for a while: an account may have no names at all. */
const ASK_AGAIN_MS = 60_000;
const lastAsked = new Map<string, number>();

/** The names kept in the mirror; while there are none, Ion is asked, now and then, and its answer kept. Never throws for Ion. */
export async function readKeptNames(
  accountId: string,
  kind: "category" | "provider",
  ask: (ion: IonClient) => Promise<ReadonlyMap<string, string>>,
): Promise<ReadonlyMap<string, string>> {
  const kept = await readLabels(accountId, kind);
  if (kept.size > 0) return kept;
  const key = `${accountId}/${kind}`;
  if (Date.now() - (lastAsked.get(key) ?? 0) < ASK_AGAIN_MS) return kept;
  lastAsked.set(key, Date.now());
  try {
    const names = await ask(await connectIon(accountId));
    await keepLabels(accountId, kind, names);
    return names;
  } catch (error) {
    log.warn({ err: error, kind }, "names could not be read");
    return kept;
  }
}
