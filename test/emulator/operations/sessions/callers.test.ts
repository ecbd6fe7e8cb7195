import { expect } from "chai";
import type { Emulator } from "../../../reference/service.js";

import { resultOf, VERSIONS } from "../../wire.js";
import {
  ACTIVE,
  ANN,
  ask,
  BEN,
  type Caller,
  CODES,
  cookieFor,
  HELD,
  startSessionDesk,
  WAITING,
} from "./session-desk.js";

type Parameters = Readonly<Record<string, string | number>>;

// Operation, the prefix of its literals, parameters that are valid for permitted callers.
const ACTIONS: readonly (readonly [operation: string, prefix: string, parameters: Parameters])[] = [
  ["startSession", "startSessionRet", { iSession: WAITING, iNode: ANN }],
  ["holdSession", "holdSessionRet", { iSession: ACTIVE }],
  ["transferSession", "transferSessionRet", { iSession: ACTIVE, iNode: BEN, eNodeRef: "NODE", sComment: "yours" }],
  ["closeSession", "closeSessionRet", { iSession: HELD }],
  ["cancelAction", "cancelActionRet", { iSession: ACTIVE }],
];
const QUESTIONS: typeof ACTIONS = [
  ["getSession", "getSession", { iNodeID: ANN, eNodeRef: "NODE" }],
  ["getSession_V3", "getSession", { iNodeID: ANN, eNodeRef: "NODE" }],
  ["getChat", "getChat", { iSessionID: ACTIVE }],
  ["getNote", "getNote", { iSessionID: ACTIVE }],
];

const ALLOWED = "OK";

// Who calls, what an administrator's action answers, what a question answers.
const CALLERS: readonly (readonly [
  who: string,
  caller: Caller & { email?: string },
  action: string,
  question: string,
])[] = [
  ["nobody", { code: "" }, "NotLoggedInAsAdmin", "NotLoggedIn"],
  [
    "a made-up cookie",
    { code: "", cookie: "ASP.NET_SessionId=abcdefghijklmnopqrstuvwx" },
    "NotLoggedInAsAdmin",
    "NotLoggedIn",
  ],
  ["a technician by login", { code: "", email: "ann@desk.test" }, "NotLoggedInAsAdmin", ALLOWED],
  ["a technician by code", { code: CODES.technician }, "NotLoggedInAsAdmin", ALLOWED],
  ["a master administrator by login", { code: "", email: "first@desk.test" }, ALLOWED, ALLOWED],
  ["a master administrator by code", { code: CODES.first }, ALLOWED, ALLOWED],
  ["an administrator by login", { code: "", email: "second@desk.test" }, ALLOWED, ALLOWED],
  ["an administrator by code", { code: CODES.second }, ALLOWED, ALLOWED],
  ["a disabled administrator's code", { code: CODES.disabled }, "User_Deleted_Or_Disabled", "User_Deleted_Or_Disabled"],
  ["a wrong code", { code: "nobodys" }, "Invalid_SecretAuthCode", "Invalid_SecretAuthCode"],
  [
    "a wrong code beside a good login",
    { code: "nobodys", email: "first@desk.test" },
    "Invalid_SecretAuthCode",
    "Invalid_SecretAuthCode",
  ],
];

describe("who may call the session operations", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startSessionDesk();
  });
  after(() => emulator.close());

  for (const version of VERSIONS) {
    for (const [who, { email, ...caller }, action, question] of CALLERS) {
      it(`SOAP ${version}: ${who}: actions ${action}, questions ${question}`, async () => {
        for (const [kind, expected] of [
          [ACTIONS, action],
          [QUESTIONS, question],
        ] as const) {
          for (const [operation, prefix, parameters] of kind) {
            emulator.reset();
            if (operation === "cancelAction" && expected === ALLOWED)
              await transferAs({ ...caller, ...(await login(email)) });
            const reply = await ask(emulator, operation, parameters, { ...caller, ...(await login(email)), version });
            expect(resultOf(reply), operation).to.equal(`${prefix}_${expected}`);
            const changes = kind === ACTIONS && expected === ALLOWED ? 1 : 0;
            expect(emulator.executions(operation), `executions of ${operation}`).to.equal(changes);
          }
        }
      });
    }
  }

  const login = async (email: string | undefined) =>
    email === undefined ? {} : { cookie: await cookieFor(emulator, email) };
  const transferAs = (caller: Caller) =>
    ask(emulator, "transferSession", { iSession: ACTIVE, iNode: BEN, eNodeRef: "NODE" }, caller);
});
