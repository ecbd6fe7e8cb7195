/**
 * One request at a time per ASP.NET session: requests with the same cookie run in the order in which they came,
 * requests without one concurrently. A request runs even if its client has disconnected, as the server does not notice.
 */
export class LoginQueue {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Runs `work` after all earlier work under this id has ended, successfully or not. */
  run<T>(id: string | undefined, work: () => Promise<T>): Promise<T> {
    if (id === undefined) return work();
    const turn = (this.#tails.get(id) ?? Promise.resolve()).then(work);
    const tail = turn
      .catch(() => undefined)
      .then(() => {
        if (this.#tails.get(id) === tail) this.#tails.delete(id);
      });
    this.#tails.set(id, tail);
    return turn;
  }
}
