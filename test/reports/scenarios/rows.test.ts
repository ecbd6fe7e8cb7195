import { expect } from "chai";
import { VirtualClock } from "../../../src/emulator/index.js";
import { InvalidArgumentError, type ReportProblem, type ReportProgress } from "../../../src/index.js";
import { thrown } from "../../client/thrown.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { allOf } from "./all-of.js";
import { CODE, CREDENTIALS, deskWith, endedSession, NOW } from "./sample-desk.js";

const HOSTILE = 'a | b\n\n"c"\n|;=HYPERLINK()\u009b31m';

const seed = deskWith([
  endedSession(1, "2026-10-24T21:59:59Z"),
  endedSession(2, "2026-10-24T22:00:00Z", { customFields: ["Jane", HOSTILE, "\nx", "", "", "last"], tracking0: "T" }),
  endedSession(3, "2026-10-25T00:30:00Z", { channel: 401 }),
  endedSession(4, "2026-10-25T01:30:00Z"),
  endedSession(5, "2026-10-25T22:59:59Z"),
  endedSession(6, "2026-10-25T23:00:00Z", { chat: [{ ago: 100, from: "Jane", text: `one\n${HOSTILE}` }] }),
]);

const DAY = { node: 1, from: "2026-10-25", to: "2026-10-26", zone: "Europe/Berlin", days: 1 } as const;

describe("the rows of a report", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ clock: new VirtualClock(NOW), limits: false, seed });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());
  const connect = () => new RescueClient({ credentials: CREDENTIALS, endpoint: emulator.endpoint });
  const called = () => emulator.log.map(({ operation }) => operation);

  for (const output of ["TEXT", "XML"] as const) {
    it(`are those of the day, by the clocks of the zone, also where they are put back (${output})`, async () => {
      await using rescue = connect();
      const rows = await allOf(rescue.reports.rows({ ...DAY, area: "SESSION", output }));
      // Text reports are in the order of the groups.
      const cells = rows.flatMap((row) => (row.cells ? [row.cells] : []));
      const times = cells.map((cell) => [cell["Session ID"], String(cell["Start Time"])] as const);
      expect(times.toSorted(([a], [b]) => Number(a) - Number(b))).to.deep.equal([
        [2, "2026-10-25T00:00:00+02:00"],
        [3, "2026-10-25T02:30:00+02:00"],
        [4, "2026-10-25T02:30:00+01:00"],
        [5, "2026-10-25T23:59:59+01:00"],
      ]);
      const second = cells.find((cell) => cell["Session ID"] === 2);
      expect(second).to.include({
        "Technician ID": 202,
        "Channel ID": null,
        "Custom field 1": HOSTILE,
        "Custom field 2": "\nx",
        "Custom field 3": null,
        "Custom field 5": "last",
        "Tracking ID": "T",
        "Active Time": 1500,
        "Total Time": 1800,
      });
    });
  }

  for (const area of [
    "CUSTOMER_SURVEY",
    "LOGIN",
    "MISSED_SESSION",
    "PERFORMANCE",
    "CHAT_LOG",
    "CUSTOM_FIELDS",
    "TRANSFERRED_SESSIONS",
    "TECHNICIAN_SURVEY",
    "COLLABORATION_CHAT_LOG",
    "FAILED_SESSION",
    "SESSION",
  ] as const) {
    it(`of ${area} are the same as text and as XML, without a problem`, async () => {
      await using rescue = connect();
      const problems: ReportProblem[] = [];
      const read = async (output: "TEXT" | "XML") => {
        const query = { area, node: 1, from: "2026-10-01", to: "2026-11-01", days: 31, output } as const;
        const onProblem = (problem: ReportProblem) => void problems.push(problem);
        const rows = await allOf(rescue.reports.rows({ ...query, onProblem }));
        return rows.map((row) => JSON.stringify(row)).toSorted();
      };
      expect(await read("TEXT")).to.deep.equal(await read("XML"));
      expect(problems).to.deep.equal([]);
    });
  }

  it("make every setting, then fetch, for each window", async () => {
    await using rescue = connect();
    await allOf(rescue.reports.rows({ ...DAY, area: "CHAT_LOG" }));
    const block = [
      ...["setReportArea_v2", "setTimeZone", "setReportTime", "setReportDate_v2", "setOutput", "setDelimiter"],
      "getReport_v2",
    ];
    expect(called()).to.deep.equal(["login", ...block, ...block]);
  });

  it("come with what is being done, and a cursor that goes on behind the last whole window", async () => {
    await using rescue = connect();
    const progress: ReportProgress[] = [];
    const query = { area: "SESSION", node: 1, from: "2026-10-24", to: "2026-10-26", days: 1 } as const;
    const rows = rescue.reports.rows({ ...query, onProgress: (step) => void progress.push(step) });
    const ids: unknown[] = [];
    for await (const { cells } of rows) {
      ids.push(cells?.["Session ID"]);
      if (ids.length === 3) break;
    }
    expect(progress.map(({ phase, done, total }) => `${phase} ${done}/${total}`)).to.deep.equal([
      "fetching 0/2",
      "read 1/2",
      "fetching 1/2",
    ]);
    const rest = await allOf(rescue.reports.rows({ ...query, cursor: rows.cursor }));
    const others = rest.map(({ cells }) => cells?.["Session ID"]);
    // The window that was left is read again, as a whole.
    expect(ids.slice(0, 2)).to.have.members([1, 2]);
    expect(others).to.have.members([3, 4, 5, 6]);
  });

  it("have no cursor behind a window that has not ended", async () => {
    await using rescue = connect();
    const rows = rescue.reports.rows({ area: "SESSION", node: 1, from: "2026-10-24", to: "2027-12-01", days: 366 });
    for await (const row of rows) expect(row).to.have.property("cells");
    expect(rows.cursor).to.equal(undefined);
  });

  it("are of a channel, or of nothing that is there", async () => {
    await using rescue = connect();
    const query = { area: "SESSION", from: "2026-10-24", to: "2026-10-27" } as const;
    const rows = await allOf(rescue.reports.rows({ ...query, node: 401, ref: "CHANNEL" }));
    expect(rows.map(({ cells }) => cells?.["Session ID"])).to.deep.equal([3]);
    const missing = allOf(rescue.reports.rows({ ...query, node: 999 }));
    expect(await thrown(Error, missing)).to.include({ code: "Error", operation: "getReport_v2" });
  });

  it("fall back to text where the service refuses XML, and say so", async () => {
    await using rescue = connect();
    using _ = emulator.on("setOutput", (request, { proceed }) =>
      request.eOutput === "XML" ? { setOutputResult: "setOutput_Error" } : proceed(),
    );
    const problems: string[] = [];
    const query = { ...DAY, onProblem: ({ kind }: ReportProblem) => void problems.push(kind) };
    expect(await allOf(rescue.reports.rows({ ...query, area: "SESSION" }))).to.have.length(4);
    expect(problems).to.deep.equal(["output"]);
    const asked = allOf(rescue.reports.rows({ ...query, area: "SESSION", output: "XML" }));
    expect(await thrown(Error, asked)).to.include({ operation: "setOutput" });
  });

  it("say that a row began outside the period, where the date format is another one", async () => {
    await using rescue = connect();
    using _ = emulator.on("getReport_v2", async (__, { proceed }) => {
      const { sReport = "", ...answer } = await proceed();
      return { ...answer, sReport: sReport.replaceAll("10/25/2026", "5/10/2026") };
    });
    const problems: string[] = [];
    const onProblem = ({ kind }: ReportProblem) => void problems.push(kind);
    await allOf(rescue.reports.rows({ ...DAY, area: "SESSION", onProblem }));
    expect(problems).to.deep.equal(Array.from({ length: 4 }, () => "outside"));
  });

  it("are given as they came where they hold no delimiter", async () => {
    await using rescue = connect();
    const sReport = `Start Time|Name|\n1/1/2026|${"x".repeat(100)}|\n`;
    using _ = emulator.on("getReport_v2", () => ({ getReport_v2Result: "getReport_OK", sReport }));
    const problems: string[] = [];
    const onProblem = ({ kind }: ReportProblem) => void problems.push(kind);
    const rows = await allOf(rescue.reports.rows({ ...DAY, area: "LOGIN", days: 2, onProblem }));
    expect([rows[0]?.unsplit, problems[0]]).to.deep.equal([sReport, "unsplit"]);
  });

  it("are refused before anything is sent where the query is wrong", async () => {
    await using rescue = connect();
    const wrong: readonly (readonly [string, object])[] = [
      ["from", { from: "10/25/2026" }],
      ["from", { from: new Date(8.64e15), to: undefined }],
      ["from", { from: new Date(-8.64e15) }],
      ["to", { to: DAY.from }],
      ["zone", { zone: "Berlin" }],
      ["node", { node: "1" }],
      ["area", { area: "SESSION; x" }],
      ["ref", { ref: "TREE" }],
      ["days", { days: 0 }],
      ["output", { output: "CSV" }],
      ["cursor", { cursor: "nonsense" }],
      ["until", { until: DAY.to }],
      ["onProgress", { onProgress: true }],
      ["onProblem", { onProblem: {} }],
    ];
    for (const [path, change] of wrong) {
      const query = { ...DAY, area: "SESSION", ...change };
      const error = await thrown(InvalidArgumentError, () => rescue.reports.rows(query));
      expect(error.path).to.equal(path);
    }
    const none = null as never;
    expect((await thrown(InvalidArgumentError, () => rescue.reports.rows(none))).path).to.equal("query");
    expect((await thrown(InvalidArgumentError, rescue.reports.text(none))).path).to.equal("query");
    expect((await thrown(InvalidArgumentError, rescue.reports.save(none, none))).path).to.equal("options");
    const rows = rescue.reports.rows({ ...DAY, area: "SESSION" });
    for await (const _ of rows);
    const { cursor } = rows;
    const other = await thrown(InvalidArgumentError, () =>
      rescue.reports.rows({ ...DAY, area: "SESSION", node: 201, cursor }),
    );
    expect(other.message).to.contain("belongs to another report");
  });

  it("are there by auth code, too, and as text", async () => {
    await using rescue = new RescueClient({ credentials: { authCode: CODE }, endpoint: emulator.endpoint });
    expect(await allOf(rescue.reports.rows({ ...DAY, area: "SESSION" }))).to.have.length(4);
    const text = await rescue.reports.text({ area: "LOGIN", node: 1, from: DAY.from, to: DAY.to, delimiter: ";" });
    expect(text).to.equal("Start Time;End Time;Technician Name;Technician ID;Technician Email;\n");
  });
});
