/** A call of the old client, and what the service answers to it besides its result. */
export interface ScriptCall {
  readonly operation: string;
  readonly send: object;
  /** Absent where the emulator's own behaviour replies. */
  readonly answer?: object;
}

export type CallName = "login" | "account" | "full" | "little" | "close" | "logout";

/**
 * The calls of the old client to either service, in this order: every operation once, and getSession twice, with complete
 * and with minimal messages.
 */
export const SCRIPT: Readonly<Record<CallName, ScriptCall>> = {
  login: { operation: "login", send: {} },
  account: { operation: "getAccount", send: {}, answer: { iAccountID: 42, sOrganization: "Example" } },
  full: {
    operation: "getSession",
    send: {
      iNodeID: 5,
      sText: "some text",
      dSince: new Date(Date.UTC(2026, 0, 31, 8, 30)),
      bOpen: true,
      asTag: ["blue", "red"],
      iLimit: 10,
      sHint: "a hint",
      eOrder: "Newest",
      eWanted: "Closed",
      oFilter: { sWord: "word", iAge: 3, eUnit: "Day" },
      oCaller: { iPerson: 7, sPhone: "123" },
    },
    answer: {
      iCount: 5,
      sMark: "urgent",
      dAt: "2026-01-31T08:30:00Z",
      bMore: true,
      asLine: ["first", "second"],
      iNext: 6,
      eFound: "Closed",
      aSessions: { SESSION: [{ iID: 1, sName: "one", eKind: "Remote", oPlace: { sTown: "Town", iZip: 12345 } }] },
      oOwner: { iPerson: 8, sPhone: "456" },
    },
  },
  little: {
    operation: "getSession",
    send: { iNodeID: 5, bOpen: false, iLimit: null, eOrder: "Oldest", eWanted: "Active" },
    answer: { iCount: 0, bMore: false, iNext: null, eFound: "Active" },
  },
  close: { operation: "closeSession", send: { iSession: 12345678 } },
  logout: { operation: "logout", send: {} },
};

export const CALL_NAMES = Object.keys(SCRIPT) as readonly CallName[];
