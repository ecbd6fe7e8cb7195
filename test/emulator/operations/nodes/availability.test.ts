import { expect } from "chai";
import type { ConsoleState } from "../../../../src/emulator/desk/person.js";
import type { Contract } from "../../../../src/soap/contract/contract.js";
import { contract, type Emulator, startEmulator } from "../../../reference/service.js";
import { METHODS, textOf } from "../../forms/form-call.js";
import { AUTH_CODE, call, resultOf, VERSIONS } from "../../wire.js";

const NAME = "isAnyTechAvailableOnChannel";

/** The contract of a newer WSDL, which has the operation. */
const newer: Contract = {
  ...contract,
  operations: {
    ...contract.operations,
    [NAME]: {
      soapAction: `${contract.namespace}/${NAME}`,
      request: {
        element: NAME,
        fields: [
          { name: "iChannelID", type: "xs:int" },
          { name: "bExcludingAwayAndBusy", type: "xs:boolean" },
          { name: "sAuthCode", type: "xs:string", min: 0 },
        ],
      },
      response: { element: `${NAME}Response`, fields: [{ name: `${NAME}Result`, type: `${NAME}Ret` }] },
    },
  },
  enums: { ...contract.enums, [`${NAME}Ret`]: ["Error", "True", "False"].map((code) => `${NAME}_${code}`) },
};

// The console states of 201 and 202 of group 301, and of 203 of group 302, and what is answered for channels 401 (group
// 301) and 402 (group 302 and technician 201): any, and without those who are away or busy.
const CASES: readonly (readonly [states: readonly ConsoleState[], answers: string])[] = [
  [["Offline", "Offline", "Offline"], "FALSE FALSE FALSE FALSE"],
  [["Online", "Offline", "Offline"], "TRUE TRUE TRUE TRUE"],
  [["Offline", "Online", "Offline"], "TRUE TRUE FALSE FALSE"],
  [["Offline", "Busy", "Offline"], "TRUE FALSE FALSE FALSE"],
  [["Away", "Offline", "Offline"], "TRUE FALSE TRUE FALSE"],
  [["Offline", "Away", "Online"], "TRUE FALSE TRUE TRUE"],
];

describe(NAME, () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ contract: newer });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());
  const QUESTIONS = [
    ["401", "false"],
    ["401", "true"],
    ["402", "false"],
    ["402", "true"],
  ] as const;

  const answersTo = async (ask: (channel: string, excluding: string) => Promise<string>) => {
    for (const [states, answers] of CASES) {
      for (const [index, state] of states.entries()) emulator.desk.setConsole(201 + index, state);
      const got: string[] = [];
      for (const [channel, excluding] of QUESTIONS) got.push(await ask(channel, excluding));
      expect(got.join(" "), states.join(", ")).to.equal(answers);
    }
  };

  for (const method of METHODS) {
    it(`${method}: a bare TRUE or FALSE, depending on who serves the channel and runs the console`, async () => {
      await using plain = await startEmulator();
      expect(await textOf(plain.endpoint, NAME, { ChannelID: "401", authcode: AUTH_CODE }, { method })).to.equal(
        "TRUE",
      );
      await answersTo((ChannelID, ExcludingAwayAndBusy) =>
        textOf(emulator.endpoint, NAME, { ChannelID, ExcludingAwayAndBusy, authcode: AUTH_CODE }, { method }),
      );
    });

    it(`${method}: disabled technicians and unassigned channels do not count; ERROR for an unknown channel`, async () => {
      const ask = (ChannelID: string) =>
        textOf(emulator.endpoint, NAME, { channelid: ChannelID, authcode: AUTH_CODE }, { method });
      emulator.desk.setConsole(202, "Offline");
      await textOf(emulator.endpoint, "setUserStatus", { node: "201", status: "Disabled", authcode: AUTH_CODE });
      expect(await ask("401")).to.equal("FALSE");
      emulator.desk.setConsole(203, "Online");
      expect(await ask("402")).to.equal("TRUE");
      await textOf(emulator.endpoint, "unassignChannel", { node: "302", entry: "402", authcode: AUTH_CODE });
      expect(await ask("402")).to.equal("FALSE");
      for (const node of ["0", "201", "301", "999"]) expect(await ask(node), node).to.equal("ERROR");
    });
  }

  for (const version of VERSIONS) {
    it(`SOAP ${version}: the same, if the WSDL has the operation`, async () => {
      await answersTo(async (channel, excluding) => {
        const inner =
          `<iChannelID>${channel}</iChannelID><bExcludingAwayAndBusy>${excluding}</bExcludingAwayAndBusy>` +
          `<sAuthCode>${AUTH_CODE}</sAuthCode>`;
        const reply = await call(emulator.endpoint, NAME, inner, { version });
        return resultOf(reply)?.replace(`${NAME}_`, "").toUpperCase() ?? "";
      });
    });
  }
});
