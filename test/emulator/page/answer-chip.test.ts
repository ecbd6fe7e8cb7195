import { expect } from "chai";
import type { LogEntry } from "../../../src/emulator/index.js";
import { answerChip } from "../../../src/emulator/page/answer-chip.js";
import { contract } from "../../reference/generated/contract.js";
import { textOf } from "./page-requests.js";

const CALL: LogEntry = {
  number: 1,
  at: 0,
  form: "SOAP 1.1",
  operation: "closeSession",
  status: 200,
  parameters: {},
  request: "",
  response: "",
};

describe("the mark of a call", () => {
  const markOf = (entry: Partial<LogEntry>) => {
    const mark = answerChip(contract, { ...CALL, ...entry }).toString();
    return `${textOf(mark)}: ${[...mark.matchAll(/chip (\w+)/g)].map(([, tone]) => tone).join(" ")}`;
  };

  for (const [entry, mark] of [
    [{ result: "closeSessionRet_OK" }, "OK: good"],
    [{ result: "closeSessionRet_ActionFailed" }, "refused: bad"],
    [{ result: "closeSessionRet_NotLoggedIn" }, "refused: bad"],
    [{ operation: "getHierarchy_v2", result: "getHierarchy_OK" }, "OK: good"],
    [{ form: "HTTP GET", result: "OK" }, "OK: good"],
    [{ form: "HTTP POST", result: "NOTLOGGEDIN" }, "refused: bad"],
    [{ form: "HTTP GET" }, "refused: bad"],
    [{ form: "HTTP GET", operation: "isAnyTechAvailableOnChannel", result: "FALSE" }, "OK: good"],
    [{ status: 500 }, "failed: bad"],
    [{ status: 0, fault: "reset" }, "reset: bad"],
    [{ status: 200, fault: "garbage" }, "garbage: bad"],
    [{ fault: "latency", result: "closeSessionRet_OK" }, "latency OK: waiting good"],
    [{ fault: "latency", result: "closeSessionRet_Error" }, "latency refused: waiting bad"],
  ] as const satisfies readonly (readonly [Partial<LogEntry>, string])[]) {
    it(`${JSON.stringify(entry)} is ${mark}`, () => {
      expect(markOf(entry)).to.equal(mark);
    });
  }
});
