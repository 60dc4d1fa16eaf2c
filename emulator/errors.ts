/** Error bodies of CONTRACT.md section 0.1. `E2`, `E3`… are that section's names for the shapes. */

export type ProvisioningProblem = { code: string; detail: string };

/** An answer other than 2xx. `body` gets the request id, which only the pipeline knows. */
export class IonError extends Error {
  constructor(
    readonly status: number,
    readonly body: (requestId: string) => unknown,
    readonly headers: Record<string, string> = {},
  ) {
    super(`Ion error ${status}`);
  }
}

const REQUEST_INFO = "type.googleapis.com/google.rpc.RequestInfo";

/** E1: the standard body. */
export function standardError(
  status: number,
  error: string,
  message: string,
  headers: Record<string, string> = {},
): IonError {
  const body = (requestId: string) => ({
    error,
    message,
    code: status,
    details: [{ "@type": REQUEST_INFO, requestId }],
  });
  return new IonError(status, body, headers);
}

export const invalidRequest = (message: string) => standardError(400, "INVALID_REQUEST", message);
export const invalidArgument = (message: string) => standardError(400, "INVALID_ARGUMENT", message);
export const missingProperty = (name: string) => invalidRequest(`must have required property '${name}'`);
export const unauthenticated = () =>
  standardError(401, "UNAUTHENTICATED", "the access token is missing, unknown or expired");
export const permissionDenied = (accountId: string) =>
  standardError(403, "PERMISSION_DENIED", `permission denied to access accounts/${accountId}`);
export const noAccess = () =>
  standardError(403, "PERMISSION_DENIED", "User does not have access to this resource.");
export const notFound = (resource: string) =>
  standardError(404, "NOT_FOUND", `resource '${resource}' not found`);
export const listingNotFound = (productId: string) =>
  standardError(404, "NOT_FOUND", `listing ${productId} not found`);
export const subscriptionNotFound = (id: string) =>
  standardError(404, "NOT_FOUND", `Subscription ${id} not found`);
export const methodNotAllowed = (allowed: string[]) =>
  standardError(405, "METHOD_NOT_ALLOWED", "Method Not Allowed", { allow: allowed.join(", ") });
export const internalError = () => standardError(500, "INTERNAL_ERROR", "Internal Server Error");

/** 412 or, by variant, 409: the thing is not in a state in which this may be done. Undocumented in Ion. */
export const refusedInState = (status: number, message: string) =>
  standardError(status, status === 409 ? "ALREADY_EXISTS" : "FAILED_PRECONDITION", message);

/** E2: a precondition of create or update customer failed. */
export function preconditionError(
  entityKey: "referenceEntity" | "reference_entity",
  problem: { entity: string; code: string; message: string },
): IonError {
  return new IonError(412, (requestId) => ({
    error: "FAILED_PRECONDITION",
    message: problem.message,
    code: 412,
    details: [
      {
        "@type": REQUEST_INFO,
        requestId,
        [entityKey]: problem.entity,
        code: problem.code,
        detail: problem.message,
      },
    ],
  }));
}

/** E3: order validation. The body's code is gRPC's INVALID_ARGUMENT (3), not the HTTP status. */
export function provisioningError(problems: ProvisioningProblem[], code: 3 | 400 = 3): IonError {
  const text = "BAD_REQUEST: Invalid provisioning data";
  return new IonError(400, (requestId) => ({
    error: text,
    message: text,
    code,
    details: [{ "@type": "type.googleapis.com/v3orberrors.ErrorBody", requestId, errors: problems }],
  }));
}

/** E4: OAuth, one key and nothing else. */
export const oauthError = (error = "cannot validate token: redis: nil") =>
  new IonError(400, () => ({ error }));

const NAMES: Record<number, [string, string]> = {
  400: ["INVALID_REQUEST", "Bad Request"],
  401: ["UNAUTHENTICATED", "the access token is missing, unknown or expired"],
  403: ["PERMISSION_DENIED", "User does not have access to this resource."],
  404: ["NOT_FOUND", "resource not found"],
  405: ["METHOD_NOT_ALLOWED", "Method Not Allowed"],
  409: ["ALREADY_EXISTS", "already exists"],
  412: ["FAILED_PRECONDITION", "failed precondition"],
  429: ["RESOURCE_EXHAUSTED", "Too Many Requests"],
  500: ["INTERNAL_ERROR", "Internal Server Error"],
  503: ["UNAVAILABLE", "unable to get product"],
};

/** The standard body for a bare status, for injected faults. */
export function errorForStatus(
  status: number,
  message?: string,
  headers: Record<string, string> = {},
): IonError {
  const [error, text] = NAMES[status] ?? ["UNKNOWN", `HTTP ${status}`];
  return standardError(status, error, message ?? text, headers);
}
