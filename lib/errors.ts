/** What can go wrong by a rule of the portal's own. Each code has a text in `errors.json` of every language. */
export const APP_ERROR_STATUS = {
  SIGNED_OUT: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID_INPUT: 400,
  CONFLICT: 409,
  PRICE_CHANGED: 409,
  CART_CHANGED: 409,
  CART_CHECKED_OUT: 409,
  CART_EXPIRED: 409,
  CART_EMPTY: 409,
  CART_SAVED: 409,
  CART_ITEM_GONE: 409,
  CART_NOT_SAVED: 503,
  ORDER_IN_PROGRESS: 409,
  ORDER_UNCONFIRMED: 409,
  ORDER_NOT_ALLOWED: 403,
  ORDER_NOT_SENT: 500,
  TOO_LATE_TO_RECALL: 409,
  CHANGE_IN_PROGRESS: 409,
  SUBSCRIPTION_CHANGED: 409,
  SUBSCRIPTION_NOT_CHANGEABLE: 409,
  APPROVAL_REQUIRED: 403,
  NOT_ORDERABLE: 409,
  NOT_CANCELLABLE: 409,
  CREDENTIALS_SHOWN: 410,
  CREDENTIALS_NOT_YOURS: 403,
  CREDENTIALS_NOT_READY: 409,
  CONNECTION_LOST: 503,
  NOT_CONNECTED: 503,
  VIEW_LIMIT: 409,
  TOO_MANY_ATTEMPTS: 429,
} as const satisfies Record<string, number>;

export type AppErrorCode = keyof typeof APP_ERROR_STATUS;

/** Messages per form field; keys are paths such as `customerAddress.zip`. Values are texts ready to show. */
export type FieldErrors = Record<string, string[]>;

/** A refusal by a rule of ours: the request was understood, and changed nothing. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly params: Record<string, string | number>;
  readonly fieldErrors: FieldErrors | undefined;

  constructor(
    code: AppErrorCode,
    options: { params?: Record<string, string | number>; fieldErrors?: FieldErrors; cause?: unknown } = {},
  ) {
    super(code, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.params = options.params ?? {};
    this.fieldErrors = options.fieldErrors;
  }

  /** By name, not by identity: each of the server's bundles holds a copy of this class, and they share what they read. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "AppError" && "code" in value && "params" in value;
  }
}
