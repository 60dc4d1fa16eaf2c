/** Who is signed in. */
export type ShellUser = { name: string; email: string; role: "owner" | "admin" | "sales" };

export type UserMenuProps = {
  user: ShellUser;
  /** Remembers the language ("en" or "fr") on the server; the page is then painted again. */
  setLocale: (locale: string) => Promise<unknown>;
  /** Ends the session and leads to the sign-in page. */
  signOut: () => Promise<void>;
};
