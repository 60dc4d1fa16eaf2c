import { AppError } from "@/lib/errors";
import { IonError, type IonErrorKind, type IonRequestSent } from "@/lib/ion/errors";
import type { Claim } from "../intents/leases";
import { tryIntent } from "../intents/send-intent";

/** What becomes of a sender at the point where it waits: while it checks, or while its request is out. */
export type Fate = "goes-on" | "refused" | "not-sent" | "lost-before" | "lost-after" | "dies";

/** A request that was made for an intent. `made`: whether Ion made an order of it; null while nobody knows. */
export type Request = { intentId: string; cartId: string; certainlyUndone: boolean; orderId: string | null };

/** Ion's side of the story: what really happened, whatever the portal was told. */
export type Book = { requests: Request[]; nextOrderId: number };

type Gate = { at: "check" | "send"; pass: (fate: Fate) => void };

/** A sender in the middle of a try, which waits at each point for the test to decide what happens next. */
export class ScriptedSender {
  gate: Gate | undefined;
  done = false;
  private arrived: (() => void) | undefined;
  /** Resolves when the sender waits at a point, or is through. */
  private waiting: Promise<void>;
  private request: Request | undefined;

  constructor(
    readonly claim: Claim,
    private readonly book: Book,
  ) {
    this.waiting = this.nextArrival();
    const prepare = async () => {
      await this.check();
      return () => this.send();
    };
    void tryIntent(claim, { prepare }).finally(() => {
      this.done = true;
      this.gate = undefined;
      this.arrived?.();
    });
  }

  settled(): Promise<void> {
    return this.waiting;
  }

  /** Lets that happen to the sender, and waits for where it gets. A dead one stays where it is for ever. */
  async meet(fate: Fate): Promise<void> {
    const { gate } = this;
    if (!gate) return;
    this.gate = undefined;
    if (fate === "dies") return gate.pass(fate);
    this.waiting = this.nextArrival();
    gate.pass(fate);
    await this.waiting;
  }

  /** Time passes: whatever Ion makes of a request that is out, it has made it by now; the answer may still be on its way. */
  ionFinishes(): void {
    if (this.gate?.at === "send" && this.request) this.make(this.request);
  }

  private async check(): Promise<void> {
    const fate = await this.arriveAt("check");
    if (fate === "refused") throw new AppError("PRICE_CHANGED");
    if (fate !== "goes-on") throw failure("network", "no");
  }

  private async send(): Promise<{ id: string }> {
    const { id: intentId, cartId } = this.claim.intent;
    const request: Request = { intentId, cartId: cartId ?? "", certainlyUndone: false, orderId: null };
    this.book.requests.push(request);
    this.request = request;
    const fate = await this.arriveAt("send", () => {
      // A sender that dies may have done so before or after Ion worked; here: after.
      this.make(request);
    });
    // An order that was made can't be refused any more; its answer can get lost.
    if (request.orderId !== null && fate !== "goes-on") throw failure("outcome-unknown", "maybe");
    switch (fate) {
      case "not-sent":
        request.certainlyUndone = true;
        throw failure("network", "no");
      case "refused":
        throw failure("invalid", "answered");
      case "lost-before":
        throw failure("outcome-unknown", "maybe");
      case "lost-after":
        this.make(request);
        throw failure("outcome-unknown", "maybe");
      default:
        return { id: this.make(request) };
    }
  }

  private make(request: Request): string {
    request.orderId ??= String(++this.book.nextOrderId);
    return request.orderId;
  }

  private arriveAt(at: Gate["at"], onDeath?: () => void): Promise<Fate> {
    return new Promise((resolve) => {
      this.gate = {
        at,
        pass: (fate) => {
          if (fate !== "dies") resolve(fate);
          else onDeath?.();
        },
      };
      this.arrived?.();
    });
  }

  private nextArrival(): Promise<void> {
    return new Promise((resolve) => {
      this.arrived = resolve;
    });
  }
}

function failure(kind: IonErrorKind, sent: IonRequestSent): IonError {
  return new IonError(kind, { operation: "carts.checkout", method: "POST", path: "/", sent });
}
