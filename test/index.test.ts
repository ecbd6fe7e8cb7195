import { expect } from "chai";
import type {
  CallOptions,
  ClosedSession,
  Credentials,
  LoginResult,
  OperationAnswer,
  Operations,
} from "../src/index.js";
import type {
  CloseSession,
  CloseSessionRet,
  GetSession_V3Response,
  NODEREF,
  OperationTypes,
  SESSION_V3,
} from "./reference/generated/index.js";
import type { RescueClient } from "./reference/service.js";

type Own = Operations<OperationTypes>;

/** True where two types are the same; anything else does not compile. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = (..._: true[]) => expect(true).to.equal(true);

// Compiling this file is the test; what runs only gives it a name in the report.
describe("the types an integrator sees", () => {
  it("one method for each operation of the WSDL", () => {
    const same: Same<keyof Own, keyof OperationTypes> = true;
    holds(same);
  });

  it("requests are the generated ones; they may be left out where nothing is required", () => {
    type Close = Own["closeSession"];
    const request: Same<Parameters<Close>, [args: CloseSession, options?: CallOptions | undefined]> = true;
    const optional = (operations: Own) => [operations.logout(), operations.getTimeZone()];
    const reference: Same<Parameters<Own["getSession_V3"]>[0]["eNodeRef"], NODEREF> = true;
    holds(request, reference);
    expect(optional).to.be.a("function");
  });

  it("answers are the response without the result element", () => {
    type Sessions = OperationAnswer<"getSession_V3", OperationTypes>;
    const answer: Same<Sessions, Omit<GetSession_V3Response, "getSession_V3Result">> = true;
    const close: Same<keyof OperationAnswer<"closeSession", OperationTypes>, never> = true;
    const rows: Same<NonNullable<NonNullable<Sessions["aSessions"]>["SESSION_V3"]>[number], SESSION_V3 | null> = true;
    holds(answer, close, rows);
  });

  it("results are string literals of the schema", () => {
    const ok: CloseSessionRet = "closeSessionRet_OK";
    // @ts-expect-error not a member of closeSessionRet
    const unknown: CloseSessionRet = "closeSessionRet_Banana";
    expect([ok, unknown]).to.have.length(2);
  });

  it("closeSession takes a number and returns the closed session", () => {
    const args: Same<
      Parameters<RescueClient["closeSession"]>,
      [session: number, options?: CallOptions | undefined]
    > = true;
    const gives: Same<ReturnType<RescueClient["closeSession"]>, Promise<ClosedSession>> = true;
    const logout: Same<ReturnType<RescueClient["logout"]>, Promise<LoginResult | undefined>> = true;
    holds(args, gives, logout);
  });

  it("credentials are a login, an auth code, or both", () => {
    const taken: Credentials[] = [
      { email: "e", password: "p" },
      { authCode: "c" },
      { email: "e", password: "p", authCode: "c" },
    ];
    // @ts-expect-error no password
    taken.push({ email: "e" });
    // @ts-expect-error half a login beside the code
    taken.push({ authCode: "c", email: "e" });
    // @ts-expect-error nothing
    taken.push({});
    expect(taken).to.have.length(6);
  });

  it("wrong calls do not compile", () => {
    const wrong = (rescue: RescueClient) => [
      // @ts-expect-error a session id is a number
      rescue.closeSession("12345678"),
      // @ts-expect-error iSession is required
      rescue.operations.closeSession(),
      // @ts-expect-error iSession is required
      rescue.operations.closeSession({}),
      // @ts-expect-error not a member of NODEREF
      rescue.operations.getSession_V3({ iNodeID: 1, eNodeRef: "TREE" }),
      // @ts-expect-error no such operation
      rescue.operations.closeEverything(),
    ];
    expect(wrong).to.be.a("function");
  });
});
