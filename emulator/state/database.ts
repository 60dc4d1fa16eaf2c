import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { SCHEMA, SCHEMA_VERSION } from "./schema";

/** SQLite with every statement prepared once. Calls are synchronous: one request is one uninterrupted step. */
export class Database {
  private readonly sqlite: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();
  private readonly counts = new Map<string, number>();
  private depth = 0;

  /**
   * @param file path of the database file, or `:memory:`.
   * @throws Error with a plain sentence when the file has another shape.
   */
  constructor(readonly file: string) {
    this.sqlite = new DatabaseSync(file);
    this.sqlite.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY",
    );
    const { version, tables } = this.get<{ version: number; tables: number }>(
      "SELECT (SELECT user_version FROM pragma_user_version) AS version, (SELECT count(*) FROM sqlite_schema) AS tables",
    ) ?? { version: 0, tables: 0 };
    if (tables > 0 && version !== SCHEMA_VERSION) {
      this.sqlite.close();
      throw new Error(`${file} was made by another version of the emulator. Add --fresh to replace it.`);
    }
    this.sqlite.exec(SCHEMA);
    this.sqlite.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  }

  all<T>(sql: string, ...values: SQLInputValue[]): T[] {
    return this.statement(sql).all(...values) as T[];
  }

  get<T>(sql: string, ...values: SQLInputValue[]): T | undefined {
    return this.statement(sql).get(...values) as T | undefined;
  }

  /** @returns how many rows changed. */
  run(sql: string, ...values: SQLInputValue[]): number {
    this.counts.clear();
    return Number(this.statement(sql).run(...values).changes);
  }

  /** How many rows match. Remembered until something is written: lists ask for the same total page after page. */
  count(table: string, condition: string, values: SQLInputValue[]): number {
    const key = JSON.stringify([table, condition, values]);
    const known = this.counts.get(key);
    if (known !== undefined) return known;
    const row = this.get<{ total: number }>(
      `SELECT count(*) AS total FROM ${table} WHERE ${condition}`,
      ...values,
    );
    if (this.counts.size > 1_000) this.counts.clear();
    this.counts.set(key, row?.total ?? 0);
    return row?.total ?? 0;
  }

  exec(sql: string): void {
    this.sqlite.exec(sql);
  }

  /** All or nothing; nests by joining the outer one. */
  transaction<T>(work: () => T): T {
    if (this.depth > 0) return work();
    this.depth += 1;
    this.sqlite.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.sqlite.exec("COMMIT");
      return result;
    } catch (error) {
      this.sqlite.exec("ROLLBACK");
      throw error;
    } finally {
      this.depth -= 1;
    }
  }

  close(): void {
    this.statements.clear();
    this.sqlite.close();
  }

  private statement(sql: string): StatementSync {
    const known = this.statements.get(sql);
    if (known) return known;
    const prepared = this.sqlite.prepare(sql);
    this.statements.set(sql, prepared);
    return prepared;
  }
}
