import type { Dispatcher } from "undici";
import { z } from "zod";
import { type IonTransport, pathOf } from "./call";
import { createCarts } from "./carts";
import type { CircuitState } from "./circuit-breaker";
import { createCloudProfiles } from "./cloud-profiles";
import { createCustomers } from "./customers";
import { createDispatcher } from "./http";
import { DEFAULT_LIMITS, type IonLimits } from "./limits";
import { createOrders } from "./orders";
import { createProducts } from "./products";
import { createProvisionTemplates } from "./provision-templates";
import type { SharedRate } from "./shared-rate";
import { createSubscriptions } from "./subscriptions";
import type { AccessTokens } from "./tokens";
import { createTraffic } from "./traffic";
import { createTransport, type IonRequestObserver } from "./transport";

export interface IonClientOptions {
  /** For example `https://ion.tdsynnex.com`. */
  baseUrl: string;
  /** Ion's account id, a digit string. */
  accountId: string;
  tokens: AccessTokens;
  /** Timeouts, sizes, attempts and concurrency; anything not given has the default of `limits.ts`. */
  limits?: Partial<IonLimits>;
  /** Called once an attempt, for logs and metrics. Sees no body, no query and no token. */
  onRequest?: IonRequestObserver;
  /** An undici dispatcher to send through. By default the client opens a keep-alive pool of its own. */
  dispatcher?: Dispatcher;
  /** The rate that this process shares with others; none by default. */
  rate?: SharedRate;
  /** Called when calls are held back because Ion does not answer, and when they go through again. */
  onCircuit?: (state: CircuitState) => void;
}

/** How long a probe waits for Ion's answer, and how long a patient one does. */
const PROBE_MS = 4_000;
const PATIENT_PROBE_MS = 15_000;

export interface IonClient extends ReturnType<typeof resourcesOf> {
  accountId: string;
  oauth: Pick<AccessTokens, "check">;
  /** The same client for passes over lists: their reads wait in a lane of their own, behind nobody who is looked at. */
  inBackground: IonClient;
  /** Whether calls go through, or are held back because Ion does not answer. */
  circuit(): CircuitState;
  /** Closes the pool the client opened and ends its probes. Calls in flight are finished first. */
  close(): Promise<void>;
}

/**
 * The client of one reseller account at Ion V3. Every function answers with normalised data or throws IonError.
 * Reads are repeated on failure; writes are sent once. While Ion does not answer, calls fail at once with "unavailable" and
 * certainly never leave.
 */
export function createIonClient(options: IonClientOptions): IonClient {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const ownDispatcher = options.dispatcher ? null : createDispatcher(limits);
  const dispatcher = options.dispatcher ?? ownDispatcher;
  if (!dispatcher) throw new TypeError("No dispatcher.");
  const { accountId, baseUrl, tokens, onRequest } = options;
  const traffic = createTraffic(limits, {
    probe: ({ patient }) =>
      transport.probe({
        operation: "probe",
        method: "GET",
        path: pathOf`/api/v3/accounts/${accountId}/customers`,
        query: { pageSize: 1 },
        schema: z.unknown(),
        signal: AbortSignal.timeout(patient ? PATIENT_PROBE_MS : PROBE_MS),
      }),
    rate: options.rate,
    ...(options.onCircuit ? { onCircuit: options.onCircuit } : {}),
  });
  const shared = { baseUrl, tokens, dispatcher, limits, traffic, onRequest };
  const transport = createTransport(shared);
  const common = {
    accountId,
    oauth: { check: tokens.check },
    circuit: traffic.breaker.state,
    close: async () => {
      traffic.breaker.stop();
      await ownDispatcher?.close();
    },
  };
  const inBackground = {
    ...common,
    ...resourcesOf(createTransport({ ...shared, background: true }), accountId),
  };
  const background: IonClient = Object.assign(inBackground, { inBackground: inBackground as IonClient });
  return { ...common, ...resourcesOf(transport, accountId), inBackground: background };
}

function resourcesOf(transport: IonTransport, accountId: string) {
  return {
    customers: createCustomers(transport, accountId),
    cloudProfiles: createCloudProfiles(transport, accountId),
    products: createProducts(transport, accountId),
    carts: createCarts(transport, accountId),
    orders: createOrders(transport, accountId),
    subscriptions: createSubscriptions(transport, accountId),
    provisionTemplates: createProvisionTemplates(transport, accountId),
  };
}
