import { type NextRequest, NextResponse } from "next/server";

/** Sends visitors without a session to sign-in, and back afterwards. */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  const target = new URL("/sign-in", request.url);
  if (pathname !== "/") target.searchParams.set("next", pathname + search);
  return NextResponse.redirect(target);
}

/**
 * Only for pages that not everybody may open (route handlers answer 401 themselves), and only for those who bring no session:
 * for everybody else a proxy would cost each page two milliseconds and decide nothing. Whether a session is good, and what
 * the person may do, is the data access layer's question.
 */
export const config = {
  matcher: [
    {
      source: "/((?!sign-in$|_next/|api/|favicon.ico|icon.svg).*)",
      missing: [
        { type: "cookie", key: "next-auth.session-token" },
        { type: "cookie", key: "__Secure-next-auth.session-token" },
      ],
    },
  ],
};
