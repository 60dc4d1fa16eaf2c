/** Where an order or an item stands, one word for Ion's many. CONTRACT.md section 4.2, D10–D13. */
export const ORDER_STATES = ["pending", "running", "done", "failed", "cancelled", "unknown"] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** What people read: the state, told apart where it matters to them. Each has a text `orders.phase.<phase>`. */
export const ORDER_PHASES = [
  "new",
  "onHold",
  "confirmed",
  "running",
  "takingLong",
  "done",
  "partlyDone",
  "failed",
  "cancelled",
  "unknown",
] as const;
export type OrderPhase = (typeof ORDER_PHASES)[number];

export type OrderStatus = {
  state: OrderState;
  phase: OrderPhase;
  /** Ion's own word, upper case; shown where we do not know it. */
  raw: string | null;
  /** ISO time of Ion's last change; of the order itself while it takes long. */
  since: string | null;
  /** A person should look at it: it failed, is held for a reason or for long, takes long, or is in no state we know. */
  attention: boolean;
};

/** Orders finish within minutes; some take months without having failed (CONTRACT.md section 8, item 3). */
export const TAKING_LONG_AFTER_MS = 15 * 60_000;

type ItemStatus = { state: OrderState; status: string | null; additionalInformation?: unknown };

/** What the status is read from; Ion's order has all of it. */
export type StatusSource = {
  state: OrderState;
  status: string | null;
  items: readonly ItemStatus[];
  createdAt: string | null;
  updatedAt: string | null;
  scheduledAt?: string | null;
};

/** Nothing more will happen to it. */
export function isSettled(state: OrderState): boolean {
  return state === "done" || state === "failed" || state === "cancelled";
}

/** Ion cancels orders in NEW and ON_HOLD only; `status` is Ion's own word. CONTRACT.md section 4.2. */
export function isCancellable(status: string | null): boolean {
  const word = status?.trim().toUpperCase();
  return word === "NEW" || word === "ON_HOLD";
}

/** What a status is made of and no clock changes: what is kept of it. */
export type StoredOrderStatus = {
  state: OrderState;
  /** Never `takingLong`: that comes with time. */
  phase: OrderPhase;
  raw: string | null;
  /** ISO time of Ion's last change. */
  since: string | null;
  /** ISO time of when it started, or will. */
  startsAt: string | null;
  /** A person should look at it, however long it takes. */
  attention: boolean;
};

/** What to keep of an order's status. */
export function toStoredStatus(order: StatusSource): StoredOrderStatus {
  const state = stateOf(order);
  const phase = phaseOf(order, state);
  return {
    state,
    phase,
    raw: order.status,
    since: order.updatedAt ?? order.createdAt,
    startsAt: startOf(order),
    attention: needsAttention(order, phase),
  };
}

/** A kept status as it stands at `nowMs` (epoch milliseconds). */
export function statusAt({ startsAt, ...stored }: StoredOrderStatus, nowMs: number): OrderStatus {
  if (!MAY_TAKE_LONG.has(stored.phase) || !isLongAgo(startsAt, nowMs)) return stored;
  // What is held is held for however long; only its time says that somebody should look.
  if (stored.phase === "onHold") return { ...stored, attention: true };
  return { ...stored, phase: "takingLong", since: startsAt, attention: true };
}

/** Phases in which an order moves, and may do so for long. */
export const MAY_TAKE_LONG: ReadonlySet<OrderPhase> = new Set(["new", "onHold", "confirmed", "running"]);

/** The status of an order as it stands at `nowMs` (epoch milliseconds). */
export function readOrderStatus(order: StatusSource, nowMs: number): OrderStatus {
  return statusAt(toStoredStatus(order), nowMs);
}

/** The status of one item. Items move apart from their order, and their words have no list: unknown ones just move. */
export function readItemPhase({ state, status }: ItemStatus): OrderPhase {
  return state === "pending" ? pendingPhase(status) : state;
}

/**
 * A finished order is done when every item is; one that failed or was cancelled in it makes the order partly done, and
 * one that still moves keeps the order moving. An item without a status does not object.
 */
function stateOf({ state, items }: StatusSource): OrderState {
  if (state !== "done") return state;
  const states = items.filter((item) => item.status !== null).map((item) => item.state);
  if (states.some((each) => !isSettled(each))) return "running";
  return states.every((each) => each === "done") ? "done" : "failed";
}

function phaseOf(order: StatusSource, state: OrderState): OrderPhase {
  if (state === "failed") return order.items.some((item) => item.state === "done") ? "partlyDone" : "failed";
  return state === "pending" ? pendingPhase(order.status) : state;
}

function pendingPhase(status: string | null): OrderPhase {
  switch (status?.trim().toUpperCase()) {
    case "ON_HOLD":
      return "onHold";
    case "CONFIRMED":
      return "confirmed";
    default:
      return "new";
  }
}

function needsAttention(order: StatusSource, phase: OrderPhase): boolean {
  if (phase === "onHold") return holdReasonOf(order) !== null;
  return phase === "failed" || phase === "partlyDone" || phase === "unknown";
}

/** Why Ion holds the order, in Ion's words, when it says so. */
export function holdReasonOf({ items }: Pick<StatusSource, "items">): string | null {
  for (const { additionalInformation } of items) {
    if (typeof additionalInformation === "string" && additionalInformation.trim() !== "") {
      return additionalInformation.trim();
    }
  }
  return null;
}

function isLongAgo(startsAt: string | null, nowMs: number): boolean {
  return nowMs - Date.parse(startsAt ?? "") > TAKING_LONG_AFTER_MS;
}

/** An order scheduled for later starts then. */
function startOf({ createdAt, scheduledAt }: StatusSource): string | null {
  if (createdAt === null) return null;
  return scheduledAt && Date.parse(scheduledAt) > Date.parse(createdAt) ? scheduledAt : createdAt;
}
