import { expect } from "chai";
import { type SeedSession, VirtualClock } from "../../../../src/emulator/index.js";
import { type Emulator, startEmulator } from "../../../reference/service.js";
import { decodeXml, outOf } from "../../out-parameter.js";
import { deskOf, ended, START } from "../../reports/desk.js";
import { call, resultOf, VERSIONS, type Version } from "../../wire.js";

const CODE = "<sAuthCode>code</sAuthCode>";
// The service's columns, in its order (guide; published clients for the technician's mail and group, and the host).
const COLUMNS =
  "Start Time|End Time|Last Action Time|Technician Name|Technician ID|Technician Email|Technician Group|Session ID|" +
  "Session Type|Status|Name|Custom field 1|Custom field 2|Custom field 3|Custom field 4|Custom field 5|Tracking ID|" +
  "Customer IP|Device ID|Incident Tools Used|Resolved Unresolved|Channel ID|Channel Name|Calling Card|" +
  "Connecting Time|Waiting Time|Total Time|Active Time|Work Time|Hold Time|Time in Transfer|Rebooting Time|" +
  "Reconnecting Time|Platform|Browser Type|Host Name|";

const sessions: readonly SeedSession[] = [
  ended(1, 3, {
    channel: 401,
    customFields: ["Jane", "bar | in it", "", "", "", "five\nlines"],
    tracking0: "<T & 1>",
    spent: { connecting: 5, waiting: 295, active: 1400, hold: 70, transfer: 20, rebooting: 7, reconnecting: 3 },
  }),
  ended(2, 30, { technician: 202, lens: true }),
  ended(3, 11, { technician: 203 }),
  { id: 4, status: "PICKEDUP", technician: 201, startedAgo: 60 },
  { id: 5, status: "CLOSEDBYWAITINGCUSTOMER", channel: 402, startedAgo: 7200, statusAgo: 3600 },
];

describe("getReport", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ seed: deskOf(sessions), clock: new VirtualClock(START), limits: false });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());

  const send = (operation: string, inner: string, version: Version = "1.1") =>
    call(emulator.endpoint, operation, inner + CODE, { version });
  const set = async (operation: string, inner: string) =>
    expect(resultOf(await send(operation, inner))).to.match(/_OK$/);
  const report = async (inner = "<iNodeID>1</iNodeID>", operation = "getReport") => {
    const reply = await send(operation, inner);
    expect(resultOf(reply)).to.equal("getReport_OK");
    return outOf(reply, "sReport") ?? "";
  };
  /** The ids of the sessions in a report. */
  const ids = async (inner?: string, operation?: string) => {
    const [head = "", ...rows] = (await report(inner, operation)).replaceAll("five\nlines", "").split("\n");
    const at = head.split("|").indexOf("Session ID");
    const isRow = (line: string) => line !== head && line !== "";
    return rows.filter(isRow).map((row) => Number(row.replace("Tech | One", "").split("|")[at]));
  };
  const allDates = () => set("setReportDate", "<sBeginDate>1/1/2025</sBeginDate><sEndDate>1/1/2027</sEndDate>");

  for (const version of VERSIONS) {
    for (const operation of ["getReport", "getReport_v2"]) {
      it(`SOAP ${version}: ${operation}: a text without OK, a delimiter after every cell, nothing escaped`, async () => {
        const reply = await send(operation, "<iNodeID>201</iNodeID><eNodeRef>NODE</eNodeRef>", version);
        expect(resultOf(reply)).to.equal("getReport_OK");
        expect(outOf(reply, "sReport")).to.equal(
          `${COLUMNS}\n` +
            "1/1/2026 9:00:00 AM|1/1/2026 9:30:00 AM|1/1/2026 9:30:00 AM|Tech | One|201|one@email.com|First|1|" +
            "Channel|Closed by technician|Jane|bar | in it||||five\nlines|<T & 1>|" +
            "||||401|Web <Site>||0:00:05|0:04:55|0:30:00|0:23:20|0:25:00|0:01:10|0:00:20|0:00:07|0:00:03||||\n",
        );
      });
    }

    it(`SOAP ${version}: XML is escaped, and its fields refer to the header by id`, async () => {
      await set("setOutput", "<eOutput>XML</eOutput>");
      const reply = await send("getReport", "<iNodeID>201</iNodeID>", version);
      const xml = outOf(reply, "sReport") ?? "";
      expect(xml).to.match(
        /^<report><header><field id="1">Start Time<\/field>.*<\/header><data><row>.*<\/row><\/data>/s,
      );
      const fields = (part: string) =>
        Array.from(part.matchAll(/<field id="(\d+)"(?: \/>|>([^<]+)<\/field>)/g), ([, id, text]) => [
          id,
          decodeXml(text ?? ""),
        ]);
      const [header = "", data = ""] = xml.split("</header>");
      const headings = new Map(fields(header).map(([id, text]) => [id, text]));
      const row = Object.fromEntries(fields(data).map(([id, text]) => [headings.get(id), text]));
      expect([...headings.values(), ""].join("|")).to.equal(COLUMNS);
      expect(Object.keys(row)).to.have.length(36);
      expect(row).to.include({
        "Session ID": "1",
        "Tracking ID": "<T & 1>",
        "Custom field 1": "bar | in it",
        "Custom field 5": "five\nlines",
        "Channel Name": "Web <Site>",
        Platform: "",
      });
    });
  }

  it("another delimiter, of 32 characters of several alphabets too", async () => {
    for (const delimiter of [";;", "Ω", '","', "aβжdεfγhιjκlμnοpπrσtυvωxψz0123456".slice(0, 32)]) {
      await set("setDelimiter", `<sDelimiter>${delimiter.replaceAll('"', "&quot;")}</sDelimiter>`);
      expect((await report()).split("\n")[0]).to.equal(COLUMNS.replaceAll("|", delimiter));
    }
  });

  it("only ended sessions, by default of the current day", async () => {
    expect(await ids()).to.deep.equal([1, 3, 5]);
    await allDates();
    expect(await ids()).to.deep.equal([1, 2, 3, 5]);
  });

  it("covers a technician, a group with its members, a branch, everything, a channel", async () => {
    await allDates();
    const of = (node: number, ref = "NODE") => ids(`<iNodeID>${node}</iNodeID><eNodeRef>${ref}</eNodeRef>`);
    expect(await of(202)).to.deep.equal([2]);
    expect(await of(302)).to.deep.equal([2]);
    expect(await of(301)).to.deep.equal([1, 2]);
    expect(await of(4)).to.deep.equal([1, 2, 3]);
    expect(await of(1)).to.deep.equal([1, 2, 3, 5]);
    expect(await of(101)).to.deep.equal([]);
    expect(await of(401, "CHANNEL")).to.deep.equal([1]);
    expect(await of(402, "CHANNEL")).to.deep.equal([5]);
    expect(await ids("<iNodeID>-2</iNodeID><eNodeRef>EXTERNALROOT</eNodeRef>", "getReport_v2")).to.deep.equal([]);
  });

  it("Error for a node that is unknown, or of another kind", async () => {
    const nodes = [
      ["999", "NODE"],
      ["0", "NODE"],
      ["401", "NODE"],
      ["201", "CHANNEL"],
      ["999", "CHANNEL"],
      ["201", "EXTERNALTECH"],
      ["301", "EXTERNALGROUP"],
    ];
    for (const [node, ref] of nodes) {
      const reply = await send("getReport_v2", `<iNodeID>${node}</iNodeID><eNodeRef>${ref}</eNodeRef>`);
      expect(resultOf(reply), `${node} ${ref}`).to.equal("getReport_Error");
      expect(outOf(reply, "sReport")).to.equal(undefined);
    }
  });

  it("reads dates and the daily window in the zone that was set, and prints times in it", async () => {
    // 12/31 6:00, 1/1 1:00, 1/1 9:00 and 1/1 10:00, all UTC.
    await set("setReportDate", "<sBeginDate>12/31/2025</sBeginDate><sEndDate>12/31/2025</sEndDate>");
    expect(await ids()).to.deep.equal([2]);
    await set("setTimeZone", "<sTimezone>-90</sTimezone>");
    expect(await ids()).to.deep.equal([2, 3]);
    expect(await report("<iNodeID>203</iNodeID>")).to.contain("\n12/31/2025 11:30:00 PM|1/1/2026 12:00:00 AM|");
    await allDates();
    await set("setReportTime", "<sBeginTime>7:30</sBeginTime><sEndTime>8:29:59</sEndTime>");
    expect(await ids()).to.deep.equal([1]);
    await set("setReportTime", "<sBeginTime>7:30:01</sBeginTime><sEndTime>8:30</sEndTime>");
    expect(await ids()).to.deep.equal([5]);
  });

  it("both ends of moments are included, to the second", async () => {
    const between = async (begin: string, end: string) => {
      await set("setReportDate_v2", `<dBeginDate>${begin}</dBeginDate><dEndDate>${end}</dEndDate>`);
      return ids();
    };
    expect(await between("2026-01-01T09:00:00", "2026-01-01T10:00:00")).to.deep.equal([1, 5]);
    expect(await between("2026-01-01T09:00:01", "2026-01-01T09:59:59")).to.deep.equal([]);
    expect(await between("2026-01-01T11:00:00+02:00", "2026-01-01T09:00:00Z")).to.deep.equal([1]);
  });

  it("a session that is closed now is in the next report", async () => {
    emulator.desk.customerLeaves(4);
    emulator.clock.advance(1000);
    // By technician group: 1 and 4 are of one.
    expect(await ids()).to.deep.equal([1, 4, 3, 5]);
  });

  it("one in 60 seconds per user, refused nodes not counted", async () => {
    await using limited = await startEmulator({ seed: deskOf(sessions), clock: new VirtualClock(START) });
    const ask = async (operation: string, inner: string) =>
      resultOf(await call(limited.endpoint, operation, inner + CODE));
    expect(await ask("getReport", "<iNodeID>401</iNodeID>")).to.equal("getReport_Error");
    expect(await ask("getReport", "<iNodeID>401</iNodeID><eNodeRef>CHANNEL</eNodeRef>")).to.equal("getReport_OK");
    // A caller that polls every ten seconds gets the next report when the minute is over.
    for (let poll = 0; poll < 5; poll += 1) {
      limited.clock.advance(10_000);
      expect(await ask("getReport_v2", "<iNodeID>1</iNodeID>")).to.equal("getReport_PollRateExceeded");
    }
    limited.clock.advance(9999);
    expect(await ask("getReport", "<iNodeID>1</iNodeID>")).to.equal("getReport_PollRateExceeded");
    limited.clock.advance(1);
    expect(await ask("getReport_v2", "<iNodeID>1</iNodeID>")).to.equal("getReport_OK");
  });
});
