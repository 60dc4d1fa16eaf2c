import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Gives an answer its security headers before anything else has seen the request. A page's policy also stands on the
 * request, where Next looks for the nonce of its scripts; whatever the caller wrote there is replaced.
 */
export function secureAnswer(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("x-frame-options", "DENY");
  response.setHeader("referrer-policy", "same-origin");
  if (request.url?.startsWith("/_next/static/")) return;
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  request.headers["content-security-policy"] = policy;
  response.setHeader("content-security-policy", policy);
}

/**
 * The content security policy of every page: scripts by nonce only, nothing from another host, no eval.
 * Style attributes are allowed because positioned pop-ups set them; style elements are not, unless they carry the nonce.
 * Development needs eval for React's error overlay.
 */
function contentSecurityPolicy(nonce: string, development: boolean): string {
  const evaluate = development ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluate}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
