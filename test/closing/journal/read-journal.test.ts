import { expect } from "chai";
import fc from "fast-check";
import { writeLine } from "../../../src/closing/journal/journal-line.js";
import { JournalState } from "../../../src/closing/journal/journal-state.js";
import { type JournalEnd, readJournal } from "../../../src/closing/journal/read-journal.js";
import { InvalidArgumentError } from "../../../src/index.js";
import { thrown } from "../../client/thrown.js";
import { seed } from "../../soap/seed.js";
import { ENDPOINT } from "../stub-service.js";
import { MemoryFile } from "./memory-file.js";

const HEADER = { kind: "journal", version: 1, endpoint: ENDPOINT };
const intent = (session: number, attempt = 1) => ({ kind: "intent", session, attempt });
const closed = (session: number) => ({ kind: "result", session, closed: true, code: "OK", outcome: "answered" });
const refused = (session: number, code: string) => ({ ...closed(session), closed: false, code });
const lost = (session: number) => ({ ...closed(session), closed: null, code: "OUTCOME_UNKNOWN", outcome: "unknown" });
const settled = (session: number, state: string) => ({ kind: "settled", session, state });

function journal(...lines: readonly object[]): Buffer {
  let sum = 0;
  const texts = [HEADER, ...lines].map((line) => {
    const written = writeLine(line as Parameters<typeof writeLine>[0], sum);
    sum = written.sum;
    return written.text;
  });
  return Buffer.from(texts.join(""));
}

async function read(content: Buffer, retryRefused = false): Promise<{ state: JournalState; end: JournalEnd }> {
  const state = new JournalState(retryRefused);
  return { state, end: await readJournal(new MemoryFile(content), ENDPOINT, state) };
}

const problem = async (content: Buffer) => (await thrown(InvalidArgumentError, read(content))).message;

describe("reading the journal of an earlier run", () => {
  const LINES = [
    { kind: "run", at: "2026-11-30T22:12:34.000Z" },
    ...[1, 2, 3, 4, 5, 6, 7].map((session) => intent(session)),
    closed(1),
    refused(2, "ActionFailed"),
    { kind: "result", session: 3, closed: null, code: "X", literal: "x", outcome: "unknown", message: "gone" },
    { ...refused(4, "ABORTED"), outcome: "not-sent" },
    refused(5, "NotLoggedInAsAdmin"),
    lost(6),
    settled(6, "closed"),
  ];

  it("knows what is done, in doubt, and to be sent", async () => {
    const { state, end } = await read(journal(...LINES));
    expect([1, 2, 3, 4, 5, 6, 7].filter((session) => state.isDone(session))).to.deep.equal([1, 2, 6]);
    expect([...state.inDoubt.keys()]).to.deep.equal([3, 7]);
    expect(state.inDoubt.get(3)).to.deep.include({ attempt: 1, kind: "lost", message: "gone", literal: "x" });
    expect(end).to.include({ lines: LINES.length + 1 });
    expect(end.torn).to.have.length(0);
  });

  it("tries refused ones again where that is asked for", async () => {
    const { state } = await read(journal(...LINES), true);
    expect([1, 2, 6].filter((session) => state.isDone(session))).to.deep.equal([1, 6]);
  });

  it("leaves what a list showed in doubt, where its call may be under way, and ends it where that was answered", async () => {
    const unclear = { ...closed(2), closed: null, code: "Error" };
    const { state } = await read(
      journal(intent(1), lost(1), settled(1, "not closed"), intent(2), unclear, settled(2, "not closed")),
    );
    expect([...state.inDoubt.keys()]).to.deep.equal([1]);
    expect(state.isDone(2)).to.equal(true);
  });

  const good = journal(...LINES);
  const texts = good.toString("latin1").trimEnd().split("\n");
  const position = fc.integer({ min: 0, max: good.length - 1 });
  const place = fc.integer({ min: 0, max: texts.length - 1 });
  const damaged: fc.Arbitrary<Buffer> = fc.oneof(
    fc.tuple(position, fc.integer({ min: 1, max: 255 })).map(([at, bits]) => {
      const bytes = Buffer.from(good);
      bytes[at] = (bytes[at] ?? 0) ^ bits;
      return bytes;
    }),
    position.map((at) => Buffer.concat([good.subarray(0, at), good.subarray(at + 1)])),
    fc
      .tuple(position, fc.integer({ min: 0, max: 255 }))
      .map(([at, byte]) => Buffer.concat([good.subarray(0, at), Buffer.from([byte]), good.subarray(at)])),
    place.map((at) => joined(texts.toSpliced(at, 1))),
    fc.tuple(place, place).map(([at, from]) => joined(texts.toSpliced(at, 0, texts[from] ?? ""))),
    fc
      .tuple(place, place)
      .map(([one, other]) => joined(texts.with(one, texts[other] ?? "").with(other, texts[one] ?? ""))),
    position.map((at) => good.subarray(0, at)),
  );

  it(`refuses any byte or line that was changed, removed, added or swapped, unless its end is torn (FC_SEED=${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(damaged, async (content) => {
        const found = await read(content).catch((error: unknown) => error);
        if (found instanceof InvalidArgumentError) {
          expect(found.message).to.match(/^journal: line \d+ is corrupt: .*Nothing has been sent\.$/);
          return;
        }
        // Otherwise all lines that count are lines of the journal, in their order, and nothing was put after a whole one.
        const { end } = found as { end: JournalEnd };
        expect(good.subarray(0, end.size).equals(content.subarray(0, end.size))).to.equal(true);
        const rest = content.subarray(end.size);
        expect(rest.includes("\n")).to.equal(false);
        expect(rest.length).to.be.at.most(Math.max(0, good.indexOf("\n", end.size) - end.size));
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it("names the line", async () => {
    expect(await problem(joined(texts.with(4, (texts[4] ?? "").replace("intent", "intenT"))))).to.include(
      "line 5 is corrupt",
    );
    expect(await problem(joined(texts.toSpliced(7, 1)))).to.include("line 8 is corrupt");
  });

  it("refuses lines that no run writes, however well they are summed up", async () => {
    for (const lines of [
      [closed(1)],
      [settled(1, "closed")],
      [HEADER],
      [intent(0)],
      [intent(2_147_483_648)],
      [{ ...intent(1), more: 1 }],
      [{ kind: "intent", attempt: 1, session: 1 }],
      [{ kind: "constructor", session: 1 }],
      [intent(1), { ...closed(1), code: "\u001b[2J" }],
      [intent(1), { ...closed(1), closed: "true" }],
      [intent(1), { ...closed(1), message: "a".repeat(7_000) }],
    ]) {
      expect(await problem(journal(...lines)), JSON.stringify(lines)).to.include(`line ${lines.length + 1} is corrupt`);
    }
  });

  it("says what is wrong with a line", async () => {
    expect(await problem(journal(closed(1)))).to.include(
      "line 2 is corrupt: it does not follow from the lines before it.",
    );
    expect(await problem(journal({ ...intent(1), session: 0 }))).to.include(
      "line 2 is corrupt: it was changed, or a line before it was removed, added or moved.",
    );
    const first = writeLine({ kind: "run", at: "2026-11-30T22:12:34.000Z" }, 0).text;
    const notFirst = "line 1 is corrupt: it is not the first line of a journal.";
    for (const content of [first, '"', "0000"])
      expect(await problem(Buffer.from(content)), content).to.include(notFirst);
    const whole = journal(intent(1));
    const end = Buffer.concat([whole.subarray(0, -1), Buffer.from("x")]);
    expect(await problem(end)).to.include("line 2 is corrupt: its end was changed.");
  });

  it("says what is known of a call that was under way when the run ended", async () => {
    const { state } = await read(journal(intent(1, 3)));
    expect(state.inDoubt.get(1)).to.deep.equal({
      session: 1,
      attempt: 3,
      kind: "lost",
      code: "OUTCOME_UNKNOWN",
      message: "an earlier run ended while the call was under way",
    });
    const again = await read(
      journal(intent(1), lost(1), settled(1, "unknown"), intent(2), lost(2), settled(2, "closed")),
    );
    expect([...again.state.inDoubt.keys()]).to.deep.equal([1]);
    const answered = { ...closed(1), closed: null, code: "Error" };
    expect([...(await read(journal(intent(1), answered, settled(1, "unknown")))).state.inDoubt.keys()]).to.deep.equal([
      1,
    ]);
  });

  it("takes no more than 100,000 calls in doubt", () => {
    const state = new JournalState(false);
    const take = (session: number) => state.take({ kind: "intent", session, attempt: 1 });
    for (let session = 1; session < 100_000; session += 1) take(session);
    expect(take(100_000)).to.equal(true);
    expect(take(100_001)).to.equal(false);
  });

  it("shows no control characters of a text that no run has written", async () => {
    const text = { literal: "\u001bc", outcome: "unknown", message: "\u001b[2J\u202e\nclosed" };
    const hostile = { kind: "result", session: 1, closed: null, code: "X", ...text };
    const { state } = await read(journal(intent(1), hostile));
    expect(state.inDoubt.get(1)).to.include({ literal: "\\u{1b}c", message: "\\u{1b}[2J\\u{202e}\\u{a}closed" });
  });

  it("refuses a file that is no journal, and leaves it as it is", async () => {
    for (const content of ["12345678", "12345678\n12345679\n", "\n", "{}", "\0\0\0"]) {
      expect(await problem(Buffer.from(content)), content).to.include("line 1 is corrupt");
    }
  });

  it("refuses a line of 64 KiB without reading on", async () => {
    const file = new MemoryFile(Buffer.concat([journal(), Buffer.alloc(10_000_000, "a")]));
    let bytes = 0;
    const counting = {
      read: async (buffer: Buffer, at: number) => {
        const count = await file.read(buffer, at);
        bytes += count;
        return count;
      },
      append: (more: Buffer) => file.append(more),
      sync: () => file.sync(),
      truncate: (size: number) => file.truncate(size),
      close: () => file.close(),
    };
    const error = await thrown(InvalidArgumentError, readJournal(counting, ENDPOINT, new JournalState(false)));
    expect(error.message).to.include("line 2 is corrupt: it is longer than 65536 bytes");
    expect(bytes).to.be.at.most(200_000);
  });

  it("refuses the journal of another endpoint or version, and shows neither's control characters", async () => {
    const other = writeLine({ kind: "journal", version: 1, endpoint: "https://a.example/\u001b[2J" }, 0).text;
    expect(await problem(Buffer.from(other)))
      .to.include("it belongs to https://a.example/\\u{1b}[2J")
      .and.not.include("\u001b");
    const newer = writeLine({ kind: "journal", version: 2, endpoint: ENDPOINT }, 0).text;
    expect(await problem(Buffer.from(newer))).to.include("version 2");
  });
});

function joined(lines: readonly string[]): Buffer {
  return Buffer.from(`${lines.join("\n")}\n`, "latin1");
}
