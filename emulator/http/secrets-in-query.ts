import { invalidRequest } from "../errors";

const SECRETS = new Set([
  "access_token",
  "refresh_token",
  "accesstoken",
  "refreshtoken",
  "password",
  "authorization",
  "client_secret",
]);

/** Query strings end up in logs. @throws IonError 400 when one carries a secret. */
export function refuseSecrets(search: URLSearchParams): void {
  for (const name of search.keys()) {
    if (SECRETS.has(name.toLowerCase())) throw invalidRequest(`${name} must not be sent in the query string`);
  }
}
