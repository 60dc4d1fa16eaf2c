import { termMonths } from "../catalog";
import { addMonths, DAY_MS, toIso } from "../clock";
import type { Emulator } from "../emulator";
import { lineTotal } from "../money";
import { nextId } from "../state/meta";
import { dueSubscriptions, type StoredSubscription, saveSubscription } from "../state/subscriptions";
import { logActivity } from "./activity";

/** Renews or ends every subscription whose term is over on the emulator's clock, as often as terms have passed. */
export function renewDueSubscriptions(emulator: Emulator): void {
  const nowMs = emulator.clock.now();
  for (;;) {
    const due = dueSubscriptions(emulator.db, nowMs);
    if (due.length === 0) return;
    for (const stored of due) {
      endTerm(emulator, stored);
      saveSubscription(emulator.db, stored);
    }
  }
}

function endTerm(emulator: Emulator, stored: StoredSubscription): void {
  const s = stored.subscription;
  const endMs = stored.nextAt ?? emulator.clock.now();
  const at = toIso(endMs);
  s.lastUpdatedDate = at;
  const id = String(nextId(emulator.db, "activity"));
  const months = termMonths(s.subscriptionBillingTerm);
  if (!s.autoRenew || months === 0) {
    s.subscriptionStatus = "expired";
    stored.nextAt = null;
    logActivity(stored, { id, type: "EXPIRE", at, details: "Term ended without auto-renew" });
    return;
  }
  const nextEnd = addMonths(endMs, months);
  const quantity = stored.scheduled?.quantity ?? Number(s.subscriptionTotalLicenses);
  s.subscriptionTotalLicenses = String(quantity);
  s.total = lineTotal(s.price, quantity);
  s.subscriptionStartDate = at;
  s.subscriptionEndDate = toIso(nextEnd);
  s.renewalDate = toIso(nextEnd);
  if (s.cancellationAllowedUntilDate) s.cancellationAllowedUntilDate = toIso(endMs + 7 * DAY_MS);
  s.isTrial = false;
  stored.nextAt = nextEnd;
  stored.scheduled = undefined;
  logActivity(stored, { id, type: "RENEW", at, details: `Renewed with ${quantity} licences` });
}
