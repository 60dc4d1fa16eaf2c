import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { env } from "@/lib/env";
import { signInWithPassword } from "./sign-in-with-password";

const EIGHT_HOURS_SECONDS = 8 * 60 * 60;

/** next-auth's settings. A function, because the environment is parsed at run time and not while building. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge: EIGHT_HOURS_SECONDS },
    pages: { signIn: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: (credentials, request) => signInWithPassword(credentials, request?.headers),
      }),
    ],
    callbacks: {
      // The cookie carries the user id and nothing else: role and customers are read from the database on each request.
      jwt: ({ token, user }) => (user ? { sub: user.id } : { sub: token.sub }),
      session: ({ session, token }) => ({ expires: session.expires, user: { id: token.sub ?? "" } }),
    },
  };
}
