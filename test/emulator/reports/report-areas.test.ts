import { expect } from "chai";
import { VirtualClock } from "../../../src/emulator/index.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { outOf } from "../out-parameter.js";
import { call, resultOf, VERSIONS } from "../wire.js";
import { deskOf, ended, START } from "./desk.js";

const CODE = "<sAuthCode>code</sAuthCode>";
const unpicked = { id: 0, startedAgo: 3600, statusAgo: 3000, closedAgo: 3000, customFields: ["Jane"] };

const seed = deskOf([
  ended(1, 3, {
    chat: [
      { ago: 9000, from: "Jane", text: 'It is\n"broken"' },
      { ago: 8940, from: "Tech", text: "I see" },
    ],
    customFields: ["Jane", "one", "two", "three", "four", "five"],
    tracking0: "T-1",
  }),
  ended(2, 2, { spent: { waiting: 100, active: 600, transfer: 61 } }),
  ended(3, 1, { technician: 202, status: "CLOSED_TRANSFERREDANOTHERTECH", spent: { waiting: 0, active: 90_061 } }),
  { ...unpicked, id: 4, status: "CLOSEDBYWAITINGCUSTOMER", channel: 402, spent: { waiting: 600 } },
  { ...unpicked, id: 5, status: "TERMSANDCONDITIONSDECLINED", spent: { connecting: 30 } },
]);

interface Expected {
  readonly headings: string;
  /** The rows of each technician group, and of none. */
  readonly groups: readonly (readonly string[])[];
}

const TECHNICIAN = "Technician Name;Technician ID;Technician Email;";
const CUSTOMER = "Name;Custom field 1;Custom field 2;Custom field 3;Custom field 4;Custom field 5;Tracking ID;";
const SURVEY = `Source;Session ID;Date;Name;${TECHNICIAN}`;
const TIMES = "Start Time;End Time;";
const TRANSFERS =
  "Session ID;Time of Transfer;Waiting Time;Name;Transferred By – Technician ID;Transferred By;" +
  "Transferred From – Technician/Channel ID;Transferred From;Transferred To – Technician/Channel ID;" +
  "Transferred To;Transfer Comment;Time in Transfer;";
const [one, two] = ["Tech | One;201;one@email.com;", "Tech Two;202;two@email.com;"];

const AREAS: Readonly<Record<string, Expected>> = {
  CUSTOMER_SURVEY: { headings: SURVEY, groups: [] },
  LOGIN: { headings: `${TIMES}${TECHNICIAN}Total Login Time;`, groups: [] },
  MISSED_SESSION: {
    headings: `${TIMES}Waiting Time;Session ID;Status;${CUSTOMER}Channel ID;Channel Name;`,
    groups: [["1/1/2026 11:00:00 AM;1/1/2026 11:10:00 AM;0:10:00;4;Closed by waiting customer;Jane;;;;;;;402;Shop;"]],
  },
  PERFORMANCE: {
    headings:
      `${TECHNICIAN}Number of Sessions;Total Login Time;Average Pick-up Speed;Average Duration;Average Work Time;` +
      "Total Active Time;Total Work Time;",
    groups: [
      [`${one}2;;0:03:20;0:30:00;0:25:00;0:35:00;0:50:00;`],
      [`${two}1;;0:00:00;0:30:00;0:25:00;25:01:01;0:25:00;`],
    ],
  },
  CHAT_LOG: {
    headings: `${TIMES}Session ID;${TECHNICIAN}${CUSTOMER}Chat Log;`,
    groups: [
      [
        `1/1/2026 9:00:00 AM;1/1/2026 9:30:00 AM;1;${one}Jane;one;two;three;four;five;T-1;9:30 AM Jane: It is #quot;broken#quot;`,
        "9:31 AM Tech: I see;",
      ],
    ],
  },
  CUSTOM_FIELDS: {
    headings: `Session ID;${TIMES}${TECHNICIAN}${CUSTOMER}`,
    groups: [
      [
        `1;1/1/2026 9:00:00 AM;1/1/2026 9:30:00 AM;${one}Jane;one;two;three;four;five;T-1;`,
        `2;1/1/2026 10:00:00 AM;1/1/2026 10:30:00 AM;${one};;;;;;;`,
      ],
      [`3;1/1/2026 11:00:00 AM;1/1/2026 11:30:00 AM;${two};;;;;;;`],
      [
        "4;1/1/2026 11:00:00 AM;1/1/2026 11:10:00 AM;;;;Jane;;;;;;;",
        "5;1/1/2026 11:00:00 AM;1/1/2026 11:10:00 AM;;;;Jane;;;;;;;",
      ],
    ],
  },
  TRANSFERRED_SESSIONS: {
    headings: TRANSFERS,
    groups: [["2;;0:01:40;;;;;;;;;0:01:01;"], ["3;;0:00:00;;;;;;;;;0:00:00;"]],
  },
  TECHNICIAN_SURVEY: { headings: SURVEY, groups: [] },
  COLLABORATION_CHAT_LOG: { headings: `${TIMES}Session ID;${TECHNICIAN}Chat Log;`, groups: [] },
  FAILED_SESSION: {
    headings: `${TIMES}Connecting Time;Session ID;Status;${CUSTOMER}Channel ID;Channel Name;`,
    groups: [["1/1/2026 11:00:00 AM;1/1/2026 11:10:00 AM;0:00:30;5;Closed by customer;Jane;;;;;;;;;"]],
  },
  TRANSFERRED_SESSIONS_EXTENDED: {
    headings:
      `${TRANSFERS}Transferred From – Technician Group ID;Transferred From – Technician Group;` +
      "Transferred To – Technician Group ID;Transferred To – Technician Group;Chatlog;",
    groups: [["2;;0:01:40;;;;;;;;;0:01:01;;;;;;"], ["3;;0:00:00;;;;;;;;;0:00:00;;;;;;"]],
  },
};

describe("report areas", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ seed, clock: new VirtualClock(START), limits: false });
    await call(emulator.endpoint, "setDelimiter", `<sDelimiter>;</sDelimiter>${CODE}`);
  });
  after(() => emulator.close());

  for (const version of VERSIONS) {
    for (const [area, { headings, groups }] of Object.entries(AREAS)) {
      it(`SOAP ${version}: ${area}`, async () => {
        await call(emulator.endpoint, "setReportArea_v2", `<eReportArea>${area}</eReportArea>${CODE}`, { version });
        const reply = await call(emulator.endpoint, "getReport_v2", `<iNodeID>1</iNodeID>${CODE}`, { version });
        expect(resultOf(reply)).to.equal("getReport_OK");
        // Areas without rows have other headings, and areas that span groups repeat them.
        const lines =
          groups.length === 0 ? [headings.replace(/[^;]*;$/, "")] : groups.flatMap((rows) => [headings, ...rows]);
        expect(outOf(reply, "sReport")).to.equal([...lines, ""].join("\n"));
      });
    }
  }

  it("as XML: headings once, whatever the groups, all of them without rows too, and quotation marks", async () => {
    const send = (operation: string, inner: string) => call(emulator.endpoint, operation, inner + CODE);
    await send("setOutput", "<eOutput>XML</eOutput>");
    for (const area of ["CUSTOM_FIELDS", "LOGIN", "CHAT_LOG"]) {
      await send("setReportArea", `<eReportArea>${area}</eReportArea>`);
      const xml = outOf(await send("getReport", "<iNodeID>1</iNodeID>"), "sReport") ?? "";
      const { headings = "", groups = [] } = AREAS[area] ?? {};
      expect(xml.match(/<header>/g), area).to.have.length(1);
      expect(xml.split("</header>")[0]?.match(/<field /g)).to.have.length(headings.split(";").length - 1);
      expect(xml.match(/<row>/g) ?? []).to.have.length(area === "CHAT_LOG" ? 1 : groups.flat().length);
      expect(xml).not.to.contain("#quot;");
    }
    await send("setOutput", "<eOutput>TEXT</eOutput>");
  });

  it("a chat log's times are in the report's zone", async () => {
    const send = (operation: string, inner: string) => call(emulator.endpoint, operation, inner + CODE);
    await send("setReportArea", "<eReportArea>CHAT_LOG</eReportArea>");
    await send("setTimeZone", "<sTimezone>120</sTimezone>");
    const text = outOf(await send("getReport", "<iNodeID>1</iNodeID>"), "sReport");
    expect(text).to.contain("1/1/2026 11:00:00 AM").and.contain("11:30 AM Jane: It is #quot;broken#quot;");
  });
});
