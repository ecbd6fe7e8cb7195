/**
 * One request at a time per ASP.NET session: requests with the same cookie go in the order they came, requests without
 * one side by side. A request is worked off also when its client has gone away, as the server does not notice.
 */
export class LoginQueue {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Runs `work` when everything before it under this id has ended, well or badly. */
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
