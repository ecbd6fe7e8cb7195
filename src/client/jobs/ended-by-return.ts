/**
 * The items of a generator whose `return` also ends a wait for the next item. A generator by itself would first wait for
 * that item, which may never come.
 *
 * @param generate is given a signal that aborts at `return`. What it throws then is not thrown to the caller.
 */
export function endedByReturn<T>(
  generate: (returned: AbortSignal) => AsyncGenerator<T, void, undefined>,
): AsyncIterableIterator<T> {
  const end = new AbortController();
  const items = generate(end.signal);
  const over = { done: true, value: undefined } as const;
  return {
    async next() {
      try {
        return await items.next();
      } catch (error) {
        if (end.signal.aborted) return over;
        throw error;
      }
    },
    async return() {
      end.abort();
      await items.return();
      return over;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
