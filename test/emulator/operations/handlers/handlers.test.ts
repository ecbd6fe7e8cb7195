import { expect } from "chai";
import { InvalidArgumentError } from "../../../../src/errors/invalid-argument-error.js";
import { type Emulator, startEmulator } from "../../../reference/service.js";
import { anotherContract } from "../../another-contract.js";
import { callForm } from "../../forms/form-call.js";
import { ADMINISTRATOR, AUTH_CODE, call, closing, envelope, exchange, faultOf, logIn, resultOf } from "../../wire.js";

const OK = { closeSessionResult: "closeSessionRet_OK" } as const;
const SESSION = 12345678;

describe("a handler", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ limits: false });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());

  const close = async (session = SESSION) =>
    resultOf(await call(emulator.endpoint, "closeSession", closing(session, AUTH_CODE)));

  it("replaces the emulator's answer, in the generated types", async () => {
    emulator.on("closeSession", ({ iSession, sAuthCode }, { caller }) => {
      if (iSession === 3) throw new Error("three is company");
      return { closeSessionResult: caller && sAuthCode ? "closeSessionRet_OK" : "closeSessionRet_ActionFailed" };
    });
    const { endpoint } = emulator;
    expect(resultOf(await call(endpoint, "closeSession", closing(1, AUTH_CODE)))).to.equal("closeSessionRet_OK");
    expect(resultOf(await call(endpoint, "closeSession", closing(1)))).to.equal("closeSessionRet_ActionFailed");
    const fault = await call(endpoint, "closeSession", closing(3));
    expect(fault.status).to.equal(500);
    expect(fault.body).to.contain("---&gt; three is company<");
  });

  it("counts as an execution if it returns OK, but not if it refuses or throws", async () => {
    emulator.on("closeSession", ({ iSession }) => {
      if (iSession === 3) throw new Error("no");
      return iSession === 1 ? OK : { closeSessionResult: "closeSessionRet_ActionFailed" };
    });
    for (const session of [1, 1, 2, 3]) await close(session);
    expect([1, 2, 3].map((session) => emulator.executions("closeSession", session))).to.deep.equal([2, 0, 0]);
    expect(emulator.executions("closeSession")).to.equal(2);
  });

  it("counts under the key that the emulator's own behaviour has", async () => {
    emulator.on("login", () => ({ loginResult: "login_OK" }));
    emulator.on("requestAuthCode", () => ({ requestAuthCodeResult: "requestAuthCode_OK", sAuthCode: "code" }));
    emulator.on("requestPINCode", () => ({ requestPINCodeResult: "requestPINCode_OK", iPINCode: 1234 }));
    emulator.on("createUser", () => ({ createUserResult: "createUser_OK", iNodeID: 4711 }));
    emulator.on("deleteNode", () => ({ deleteNodeResult: "deleteNode_OK" }));
    emulator.on("setDelimiter", () => ({ setDelimiterResult: "setDelimiter_OK" }));
    const { endpoint } = emulator;
    await call(endpoint, "login", ADMINISTRATOR.replace("some@", "SOME@"));
    await call(endpoint, "login", "<sEmail>stranger@email.com</sEmail><sPassword>x</sPassword>");
    await call(endpoint, "requestAuthCode", ADMINISTRATOR);
    for (const [operation, inner] of [
      ["requestPINCode", ""],
      ["createUser", "<iParentID>2</iParentID>"],
      ["deleteNode", "<iNodeID>201</iNodeID>"],
      ["setDelimiter", "<sDelimiter>;</sDelimiter>"],
    ] as const) {
      await call(endpoint, operation, `${inner}<sAuthCode>${AUTH_CODE}</sAuthCode>`);
    }
    for (const [operation, key] of [
      ["login", "some@email.com"],
      ["login", "stranger@email.com"],
      ["requestAuthCode", "some@email.com"],
      ["requestPINCode", "001234"],
      ["createUser", 4711],
      ["deleteNode", 201],
      ["setDelimiter", "some@email.com"],
    ] as const) {
      expect(emulator.executions(operation, key), operation).to.equal(1);
    }
  });

  it("proceeds to the emulator's own behaviour, and gets its answer", async () => {
    const seen: unknown[] = [];
    emulator.on("closeSession", async (_request, { proceed }) => {
      const answer = await proceed();
      seen.push(answer);
      return answer;
    });
    expect([await close(), await close()]).to.deep.equal([
      "closeSessionRet_OK",
      "closeSessionRet_InvalidParam_Session",
    ]);
    expect(seen).to.deep.equal([OK, { closeSessionResult: "closeSessionRet_InvalidParam_Session" }]);
    expect([emulator.executions("closeSession", SESSION), emulator.executions("closeSession")]).to.deep.equal([1, 1]);
  });

  it("proceeds with out parameters, as a form and by a login", async () => {
    const cookie = await logIn(emulator.endpoint);
    emulator.on("getAccount", async (_request, { proceed }) => ({
      ...(await proceed()),
      sOrganization: "another desk",
    }));
    const { body } = await call(emulator.endpoint, "getAccount", "", { cookie });
    expect(body).to.contain("<sOrganization>another desk<").and.contain("<sEmail>some@email.com<");
    const form = await callForm(emulator.endpoint, "getAccount", { authcode: AUTH_CODE });
    expect(form.body).to.match(/^OK/).and.contain("another desk");
    expect(emulator.executions("getAccount")).to.equal(0);
  });

  it("counts the behaviour to which it proceeded, whatever it returns", async () => {
    emulator.on("closeSession", async ({ iSession }, { proceed }) => {
      await proceed();
      if (iSession === SESSION) throw new Error("lost");
      return { closeSessionResult: "closeSessionRet_Error" };
    });
    expect(faultOf(await call(emulator.endpoint, "closeSession", closing(SESSION, AUTH_CODE))).text).to.contain("lost");
    expect(await close(20000001)).to.equal("closeSessionRet_Error");
    expect([emulator.executions("closeSession", SESSION), emulator.executions("closeSession")]).to.deep.equal([1, 2]);
  });

  it("cannot proceed without a behaviour of the emulator", async () => {
    await using other = await startEmulator({ contract: anotherContract });
    other.on("newOperation", async (_request: object, { proceed }) => Object(await proceed()));
    const body = envelope("1.1", '<newOperation xmlns="urn:another"/>');
    const reply = await exchange(other.endpoint, { headers: { "Content-Type": "text/xml" }, body });
    expect(faultOf(reply).text).to.contain("no behaviour for operation newOperation");
  });

  it("is removed by the returned function, at the end of a block, and by reset()", async () => {
    const refuse = () => ({ closeSessionResult: "closeSessionRet_ActionFailed" }) as const;
    const remove = emulator.on("closeSession", refuse);
    expect(await close()).to.equal("closeSessionRet_ActionFailed");
    remove();
    remove();
    expect(await close(20000001)).to.equal("closeSessionRet_OK");
    {
      using _handler = emulator.on("closeSession", refuse);
      expect(await close()).to.equal("closeSessionRet_ActionFailed");
    }
    expect(await close(20000002)).to.equal("closeSessionRet_OK");
    emulator.on("closeSession", refuse);
    emulator.reset();
    expect(await close()).to.equal("closeSessionRet_OK");
  });

  it("is replaced by a later one, which removing the earlier one does not remove", async () => {
    const first = emulator.on("closeSession", () => OK);
    emulator.on("closeSession", () => ({ closeSessionResult: "closeSessionRet_Error" }));
    first();
    expect(await close()).to.equal("closeSessionRet_Error");
  });

  it("is refused for an unknown operation, with the nearest known one", () => {
    expect(() => emulator.on("closeSesion", () => ({}))).to.throw(
      InvalidArgumentError,
      'has no operation "closeSesion"; did you mean closeSession?',
    );
  });

  it("is refused for anything but a function", () => {
    for (const handler of [undefined, OK]) {
      expect(() => emulator.on("closeSession", handler as never)).to.throw(InvalidArgumentError, "expected a function");
    }
  });

  it("answers a fault, and counts nothing, for a response that the operation does not have", async () => {
    for (const [response, problem] of [
      [{ closeSesionResult: "closeSessionRet_ActionFailed" }, "closeSesionResult is not known here; did you mean"],
      [undefined, "expected the response element as an object"],
      ["closeSessionRet_OK", "expected the response element as an object"],
    ] as const) {
      emulator.on("closeSession", () => response as never);
      const reply = await call(emulator.endpoint, "closeSession", closing(SESSION, AUTH_CODE));
      expect(faultOf(reply).text).to.contain(`the handler of closeSession gave another response: ${problem}`);
      expect(emulator.log.at(-1)?.note).to.contain(problem);
    }
    expect(emulator.executions("closeSession")).to.equal(0);
  });
});
