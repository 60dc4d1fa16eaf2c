import { type NextRequest, NextResponse } from "next/server";
import { readSessionToken } from "@/lib/auth/session-token";
import { contentSecurityPolicy } from "@/lib/content-security-policy";

/** Pages anyone may open. Route handlers answer 401 themselves. */
const OPEN_PATHS = new Set(["/sign-in"]);

/**
 * Gives every answer its content security policy and sends signed-out visitors to sign-in. It decides nothing else:
 * whether the person still exists and what they may do is the data access layer's question.
 */
export async function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development");
  const { pathname, search } = request.nextUrl;

  const isPage = !pathname.startsWith("/api/");
  if (isPage && !OPEN_PATHS.has(pathname) && !(await hasSession(request))) {
    const target = new URL("/sign-in", request.url);
    if (pathname !== "/") target.searchParams.set("next", pathname + search);
    return NextResponse.redirect(target);
  }

  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-frame-options", "DENY");
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("referrer-policy", "same-origin");
  return response;
}

async function hasSession(request: NextRequest): Promise<boolean> {
  const secret = process.env.AUTH_SECRET;
  return Boolean(secret && (await readSessionToken(request.cookies.getAll(), secret)));
}

export const config = {
  matcher: ["/((?!_next/static|_next/image|api/auth|api/health|favicon.ico|icon.svg).*)"],
};
