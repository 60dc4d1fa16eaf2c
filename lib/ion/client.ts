import type { Dispatcher } from "undici";
import { createCarts } from "./carts";
import { createCloudProfiles } from "./cloud-profiles";
import { createCustomers } from "./customers";
import { createDispatcher } from "./http";
import { createLimiter } from "./limiter";
import { DEFAULT_LIMITS, type IonLimits } from "./limits";
import { createOrders } from "./orders";
import { createProducts } from "./products";
import { createProvisionTemplates } from "./provision-templates";
import { createSubscriptions } from "./subscriptions";
import type { AccessTokens } from "./tokens";
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
}

export type IonClient = ReturnType<typeof createIonClient>;

/**
 * The client of one reseller account at Ion V3. Every function answers with normalised data or throws IonError.
 * Reads are repeated on failure; writes are sent once.
 */
export function createIonClient(options: IonClientOptions) {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const ownDispatcher = options.dispatcher ? null : createDispatcher(limits);
  const dispatcher = options.dispatcher ?? ownDispatcher;
  if (!dispatcher) throw new TypeError("No dispatcher.");
  const transport = createTransport({
    baseUrl: options.baseUrl,
    tokens: options.tokens,
    dispatcher,
    limits,
    limiter: createLimiter(limits),
    onRequest: options.onRequest,
  });
  const { accountId } = options;

  return {
    accountId,
    customers: createCustomers(transport, accountId),
    cloudProfiles: createCloudProfiles(transport, accountId),
    products: createProducts(transport, accountId),
    carts: createCarts(transport, accountId),
    orders: createOrders(transport, accountId),
    subscriptions: createSubscriptions(transport, accountId),
    provisionTemplates: createProvisionTemplates(transport, accountId),
    oauth: {
      /** Whether Ion still takes the access token, and for how long; rotates it when it is about to end. */
      check: options.tokens.check,
    },
    /** Closes the pool the client opened. Calls in flight are finished first. */
    close: async () => ownDispatcher?.close(),
  };
}
