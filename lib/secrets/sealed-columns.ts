import "server-only";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { ionConnections } from "@/lib/db/schema/connections";
import { orderIntents } from "@/lib/db/schema/order-intents";
import { accessTokenPurpose, refreshTokenPurpose } from "@/lib/ion/db-token-store";
import { intentSecretsPurpose } from "@/lib/orders/intents/secrets";

/** A column of ciphertexts that `lib/ion/crypto.ts` made. */
export interface SealedColumn {
  /** For the log. */
  name: string;
  table: PgTable;
  /** The row's key: text or uuid, one column. */
  id: PgColumn;
  cipher: PgColumn;
  /** What the ciphertext of the row with this id is bound to. */
  purposeOf: (id: string) => string;
}

/** Everything that is stored encrypted. Whoever adds such a column adds it here, or its key can never be taken away. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  {
    name: "ion_connections.refresh_token_cipher",
    table: ionConnections,
    id: ionConnections.accountId,
    cipher: ionConnections.refreshTokenCipher,
    purposeOf: refreshTokenPurpose,
  },
  {
    name: "ion_connections.access_token_cipher",
    table: ionConnections,
    id: ionConnections.accountId,
    cipher: ionConnections.accessTokenCipher,
    purposeOf: accessTokenPurpose,
  },
  {
    name: "order_intents.secrets_cipher",
    table: orderIntents,
    id: orderIntents.id,
    cipher: orderIntents.secretsCipher,
    purposeOf: intentSecretsPurpose,
  },
];
