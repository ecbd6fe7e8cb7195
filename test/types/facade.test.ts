import { expect } from "chai";
import type { EmulatorOptions } from "../../src/emulator/index.js";
import {
  type CallOptions,
  type ClosedSession,
  type Credentials,
  type KnownCode,
  type ListenOptions,
  type LoginAndCloseSessionOptions,
  type LoginOptions,
  type LoginResult,
  loginAndCloseSession,
  NotAuthenticatedError,
  RESULT_CODES,
  type ReportQuery,
  type ReportTextQuery,
  type RescueClient,
  type RescueClientOptions,
  type RescueError,
  RescueResultError,
  type RetryOptions,
  type SaveOptions,
  type TlsOptions,
} from "../../src/index.js";
import type { ConnectionSettings } from "../../src/soap/http/connection-agent.js";
import type { LoadOptions } from "../../src/wsdl/load/load-wsdl.js";
import type { PullOptions } from "../../src/wsdl/pull/pull-wsdl.js";
import type { OperationTypes } from "../reference/service.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Does not compile unless both types are the same. */
function same<A, B>(..._: Same<A, B> extends true ? [] : ["not the same type"]): void {}

/** The options that may be left out, each given as undefined. */
type Unset<Options> = {
  [Name in keyof Options as Record<never, never> extends Pick<Options, Name> ? Name : never]: undefined;
};

/** Does not compile unless every option that may be left out may be undefined, under exactOptionalPropertyTypes too. */
function takesUndefined<Options>(..._: Unset<Options> extends Partial<Options> ? [] : ["not undefined"]): void {}

/** Those of a union that do not take undefined for each member that may be left out. */
type Refusing<Request> = Request extends unknown ? (Unset<Request> extends Partial<Request> ? never : Request) : never;

declare const refused: RescueResultError;
declare const environment: Readonly<Record<string, string | undefined>>;
declare const signal: AbortSignal | undefined;

/** Right and wrong uses. Compiling them is the test: none is run. */
const USES = {
  options() {
    takesUndefined<RescueClientOptions>();
    takesUndefined<CallOptions>();
    takesUndefined<LoginOptions>();
    takesUndefined<ListenOptions>();
    takesUndefined<LoginAndCloseSessionOptions>();
    takesUndefined<RetryOptions>();
    takesUndefined<ReportQuery>();
    takesUndefined<ReportTextQuery>();
    takesUndefined<SaveOptions>();
    takesUndefined<TlsOptions>();
    takesUndefined<EmulatorOptions>();
    takesUndefined<ConnectionSettings>();
    takesUndefined<LoadOptions>();
    takesUndefined<PullOptions>();
    same<OperationTypes[keyof OperationTypes]["request"] extends infer Request ? Refusing<Request> : 0, never>();
    // @ts-expect-error an option that must be there may not be undefined
    takesUndefined<{ readonly must?: string }>();
  },
  credentials() {
    const { RESCUE_EMAIL: email, RESCUE_PASSWORD: password, RESCUE_AUTHCODE: authCode } = environment;
    const taken: readonly Credentials[] = [
      { email: "a@b", password: "p" },
      { authCode: "c" },
      { email: "a@b", password: "p", authCode: "c" },
      { email: "a@b", password: "p", authCode },
    ];
    // @ts-expect-error email may be undefined
    const noEmail: Credentials = { email, password: "p" };
    // @ts-expect-error password may be undefined
    const noPassword: Credentials = { email: "a@b", password };
    // @ts-expect-error authCode may be undefined
    const noCode: Credentials = { authCode };
    // @ts-expect-error a password is missing
    const half: Credentials = { email: "a@b" };
    // @ts-expect-error an e-mail address without a password, with an auth code
    const mixed: Credentials = { email: "a@b", authCode: "c" };
    // @ts-expect-error no credentials
    const none: Credentials = {};
    return [taken, noEmail, noPassword, noCode, half, mixed, none];
  },
  async calls(rescue: RescueClient) {
    const closed = await rescue.closeSession(1, { signal, timeout: undefined });
    same<typeof closed, ClosedSession>();
    same<typeof closed.code, "OK">();
    const loggedIn = await rescue.login({ again: true });
    same<typeof loggedIn, LoginResult>();
    const loggedOut = await rescue.logout();
    same<typeof loggedOut, LoginResult | undefined>();
    const off = rescue.on("retry", ({ attempt, operation }) => {
      same<typeof attempt, number>();
      same<typeof operation, string>();
    });
    same<typeof off, () => void>();
    const atOnce = await loginAndCloseSession({ email: "a@b", password: "p", session: 1, signal });
    same<typeof atOnce, ClosedSession>();
    // @ts-expect-error the id is a number
    await rescue.closeSession("1");
    // @ts-expect-error the id is missing
    await rescue.closeSession();
    // @ts-expect-error there is no such option
    await rescue.closeSession(1, { timeOut: 1 });
    // @ts-expect-error there is no such event
    rescue.on("retries", () => {});
    // @ts-expect-error there is no such operation
    await rescue.operations.closeSesion({ iSession: 1 });
    // @ts-expect-error the session is missing
    await loginAndCloseSession({ email: "a@b", password: "p" });
    // @ts-expect-error operations are replaced by spies, not assigned
    rescue.operations.closeSession = async () => ({});
  },
  codes(error: RescueError) {
    same<typeof error.code, string>();
    same<typeof refused.code, KnownCode | (string & {})>();
    if (refused.code === "CodeOfANewerWsdl") return "a code that this package does not know";
    if (refused.is("InvalidParam_Session", "InvalidParam_SessionID")) {
      const { code } = refused;
      same<typeof code extends "InvalidParam_Session" | "InvalidParam_SessionID" ? true : false, true>();
      return RESULT_CODES[code].meaning;
    }
    // @ts-expect-error a typing error
    if (refused.is("InvalidParam_Sesion")) return "";
    // @ts-expect-error a refusal is never OK
    if (refused.is("OK")) return "";
    // What is left is still an error of a refused call.
    return refused.literal;
  },
} as const;

describe("the types of the facade", () => {
  it("are tried in right and in wrong uses", () => {
    expect(Object.values(USES).every((use) => typeof use === "function")).to.equal(true);
  });
});

describe("RescueResultError#is", () => {
  const details = { operation: "closeSession", literal: "", meaning: "Refused.", advice: "Look." };

  it("tells whether the code is one of those given", () => {
    const error = new RescueResultError({ ...details, code: "InvalidParam_Session" });
    expect(error.is("InvalidParam_Session")).to.equal(true);
    expect(error.is("ActionFailed", "InvalidParam_Session")).to.equal(true);
    expect(error.is("ActionFailed")).to.equal(false);
    expect(error.is()).to.equal(false);
  });

  it("knows UNKNOWN_RESULT, and the codes of a caller who is not accepted", () => {
    expect(new RescueResultError({ ...details, code: "UNKNOWN_RESULT" }).is("UNKNOWN_RESULT")).to.equal(true);
    expect(new NotAuthenticatedError({ ...details, code: "Invalid" }).is("Invalid")).to.equal(true);
    expect(new RescueResultError({ ...details, code: "OfANewerWsdl" }).is("UNKNOWN_RESULT")).to.equal(false);
  });
});
