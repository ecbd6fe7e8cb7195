interface Hub {
  readonly listeners: Set<() => void>;
  readonly run: () => void;
}

const hubs = new WeakMap<AbortSignal, Hub>();

/**
 * Calls `listener` when `signal` aborts, with one listener on the signal for all calls that share it: Node warns of a
 * leak from the eleventh listener on, and a batch of calls under one signal is not a leak.
 *
 * @returns a function that removes `listener`.
 */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
  const hub = hubs.get(signal) ?? connect(signal);
  hub.listeners.add(listener);
  return () => {
    hub.listeners.delete(listener);
    if (hub.listeners.size > 0 || hubs.get(signal) !== hub) return;
    hubs.delete(signal);
    signal.removeEventListener("abort", hub.run);
  };
}

function connect(signal: AbortSignal): Hub {
  const listeners = new Set<() => void>();
  const run = () => {
    hubs.delete(signal);
    for (const listener of [...listeners]) listener();
  };
  const hub = { listeners, run };
  hubs.set(signal, hub);
  signal.addEventListener("abort", run, { once: true });
  return hub;
}
