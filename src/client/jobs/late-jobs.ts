import type { DeskJobs } from "./desk.js";
import type { Jobs } from "./open-jobs.js";
import type { Pins } from "./pins.js";
import type { Sessions } from "./sessions.js";

/** The jobs of a client, each of which loads what it needs with its first call: a program that only closes sessions loads none. */
export function lateJobs(load: () => Promise<Jobs>): Jobs {
  return { sessions: lateSessions(load), desk: lateDesk(load), pins: latePins(load) };
}

function lateSessions(load: () => Promise<Jobs>): Sessions {
  const sessions = async () => (await load()).sessions;
  return {
    list: async (...args) => (await sessions()).list(...args),
    watch: (options) => lateItems(async () => (await sessions()).watch(options)),
    start: async (...args) => (await sessions()).start(...args),
    hold: async (...args) => (await sessions()).hold(...args),
    transfer: async (...args) => (await sessions()).transfer(...args),
    close: async (...args) => (await sessions()).close(...args),
    cancelAction: async (...args) => (await sessions()).cancelAction(...args),
    chat: async (...args) => (await sessions()).chat(...args),
    note: async (...args) => (await sessions()).note(...args),
    settle: async (...args) => (await sessions()).settle(...args),
    waitFor: async (...args) => (await sessions()).waitFor(...args),
  };
}

/** Items that are opened with the first `next`. It is no generator, whose `return` would wait for a `next` that is pending. */
function lateItems<T>(open: () => Promise<AsyncIterableIterator<T>>): AsyncIterableIterator<T> {
  let opened: ReturnType<typeof open> | undefined;
  let isReturned = false;
  const over = { done: true, value: undefined } as const;
  return {
    async next() {
      if (isReturned && !opened) return over;
      opened ??= open();
      return (await opened).next();
    },
    async return() {
      isReturned = true;
      await (await opened)?.return?.();
      return over;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function lateDesk(load: () => Promise<Jobs>): DeskJobs {
  const desk = async () => (await load()).desk;
  return {
    account: async (...args) => (await desk()).account(...args),
    hierarchy: async (...args) => (await desk()).hierarchy(...args),
    channels: async (...args) => (await desk()).channels(...args),
    user: async (...args) => (await desk()).user(...args),
    isThere: async (...args) => (await desk()).isThere(...args),
    createUser: async (...args) => (await desk()).createUser(...args),
    setUser: async (...args) => (await desk()).setUser(...args),
    group: async (...args) => (await desk()).group(...args),
    createGroup: async (...args) => (await desk()).createGroup(...args),
    move: async (...args) => (await desk()).move(...args),
    delete: async (...args) => (await desk()).delete(...args),
    assignChannel: async (...args) => (await desk()).assignChannel(...args),
    unassignChannel: async (...args) => (await desk()).unassignChannel(...args),
  };
}

function latePins(load: () => Promise<Jobs>): Pins {
  const pins = async () => (await load()).pins;
  return {
    create: async (...args) => (await pins()).create(...args),
    invite: async (...args) => (await pins()).invite(...args),
    emailText: async (...args) => (await pins()).emailText(...args),
  };
}
