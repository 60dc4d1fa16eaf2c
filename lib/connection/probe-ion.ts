import "server-only";
import { connectIon } from "@/lib/ion/connect";
import { lastIonCall } from "@/lib/ion/last-call";
import { later } from "@/lib/later";

const EVERY_MS = 5_000;
const probing = new Set<string>();

/**
 * Asks Ion a small question after the person's answer, unless it was asked something a moment ago: with every page served
 * from the mirror, nobody else may, and Ion would stay down here after it is back.
 */
export function probeIon(accountId: string): void {
  const last = lastIonCall(accountId);
  if (probing.has(accountId) || (last && Date.now() - Date.parse(last.at) < EVERY_MS)) return;
  probing.add(accountId);
  later("ion-probe-failed", async () => {
    try {
      const ion = await connectIon(accountId);
      await ion.customers.readPage({ pageSize: 1 });
    } finally {
      probing.delete(accountId);
    }
  });
}
