import { newPassword } from "../ids";
import type { Database } from "./database";

// Every secret that this emulator ever gave to anybody, also over restarts and resets: whoever tests that a client logs
// none of them has to know them all. Nothing of it exists in Ion.

export type IssuedSecret = { kind: string; value: string };

export function rememberSecret(db: Database, kind: string, value: string): void {
  db.run("INSERT INTO issued_secrets (value, kind) VALUES (?, ?) ON CONFLICT DO NOTHING", value, kind);
}

/** A new password, remembered. */
export function issuePassword(db: Database, kind: string): string {
  const password = newPassword();
  rememberSecret(db, kind, password);
  return password;
}

export function issuedSecrets(db: Database): IssuedSecret[] {
  return db.all<IssuedSecret>("SELECT kind, value FROM issued_secrets ORDER BY kind, value");
}
