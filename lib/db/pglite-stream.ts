import { Duplex } from "node:stream";
import type { PGlite } from "@electric-sql/pglite";

/**
 * The wire between node-postgres and a PGlite in this process: what a client writes goes to PGlite as it is, and comes back
 * as a server's answer does. So both databases are spoken to by one driver, and statements that come with every page stay
 * prepared, which PGlite's own `query` can't do: asked that way a small question takes an eighth of the time.
 *
 * PGlite has one session. A client that connects finds it as new, as if the session of the one before it had ended.
 */
export class PgliteStream extends Duplex {
  readonly #pglite: PGlite;

  constructor(pglite: PGlite) {
    super();
    this.#pglite = pglite;
  }

  /** As a socket's; node-postgres calls it. */
  connect(): this {
    this.#endSessionBefore().then(
      () => this.emit("connect"),
      (error) => this.destroy(error),
    );
    return this;
  }

  async #endSessionBefore() {
    await this.#pglite.exec("ROLLBACK");
    await this.#pglite.exec("DISCARD ALL");
  }

  setNoDelay(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  // Answers are pushed as they come: nothing is waiting to be fetched.
  override _read() {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void) {
    this.#ask(chunk).then(() => done(), done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error) => void) {
    this.#ask(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => done(), done);
  }

  async #ask(message: Buffer) {
    const answer: Buffer[] = [];
    // A copy: the bytes are PGlite's own memory, which the next question writes over.
    const onRawData = (bytes: Uint8Array) => void answer.push(Buffer.from(bytes));
    await this.#pglite.execProtocolRawStream(message, { onRawData });
    for (const part of answer) this.push(part);
  }

  override _final(done: () => void) {
    this.push(null);
    done();
  }
}
