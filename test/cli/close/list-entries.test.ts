import { expect } from "chai";
import { listEntries } from "../../../src/cli/close/list-entries.js";
import { UsageError } from "../../../src/cli/usage-error.js";

/** A text in pieces of `size` characters. */
async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
}

/** `line:session`, or `line! problem`. */
async function read(text: string, column?: string, size = 7): Promise<readonly string[]> {
  const entries: string[] = [];
  for await (const { line, session, problem } of listEntries("the list", inPieces(text, size), column))
    entries.push(session === undefined ? `${line}! ${problem}` : `${line}:${session}`);
  return entries;
}

async function refusal(text: string, column?: string): Promise<string> {
  const error = await read(text, column, 65_536).catch((thrown: unknown) => thrown);
  if (!(error instanceof UsageError)) throw new Error("was not refused");
  return error.message;
}

describe("a list of session ids", () => {
  it("whose first line is too long is refused after a look at each piece", async () => {
    expect(await refusal("1".repeat(300_000))).to.equal("the list, line 1 is longer than 65536 characters");
  }).timeout(4_000);

  it("has one on each line; blank lines and blanks around it do not count", async () => {
    for (const size of [1, 2, 1000])
      expect(await read("1\r\n\n  22  \n\t\n333", undefined, size)).to.deep.equal(["1:1", "3:22", "5:333"]);
  });

  it("finds the delimiter of a head whose names are quoted, also where one holds another delimiter", async () => {
    const text = '"Name; first, last";"The ""ID"""\r\nx;7\r\n';
    expect(await read(text, 'The "ID"', 1000)).to.deep.equal(["2:7"]);
    expect(await read('"a,b";"c,d"\n7;x\n', "a,b", 1000)).to.deep.equal(["2:7"]);
  });

  it("of CSV with a formula is refused, by the number of the line", async () => {
    expect(await refusal('name;id\n=a;="7"\n', "id")).to.match(/^the list, line \d: this is not CSV \(/);
  });

  it("names the number of a line that is wrong, and goes on", async () => {
    const entries = await read("1\n020000010\n1e3\n+5\n5,6\n7\n");
    expect(entries.map((entry) => entry.slice(0, 12))).to.deep.equal([
      "1:1",
      '2! "02000001',
      '3! "1e3" is ',
      '4! "+5" is n',
      '5! "5,6" is ',
      "6:7",
    ]);
  });

  it("is refused at a line that is too long, however it comes", async () => {
    expect(await refusal(`1\n${"9".repeat(70_000)}`)).to.equal("the list, line 2 is longer than 65536 characters");
    expect(await refusal(`1\n2\n${"x".repeat(200_000)}\n`)).to.equal(
      "the list, line 3 is longer than 65536 characters",
    );
  });

  describe("as NDJSON", () => {
    it("is the member session of each object, as a number or a text", async () => {
      expect(await read('{"session":1}\n{ "a" : {"b":2}, "session" : "22" }\n')).to.deep.equal(["1:1", "2:22"]);
    });

    it("is another member where one is named", async () => {
      expect(await read('{"id":1,"session":2}\n', "id")).to.deep.equal(["1:1"]);
    });

    for (const line of [
      '{"session":1e3}',
      '{"session":1000.0}',
      '{"session":"020000010"}',
      '{"session":null}',
      '{"session":[5]}',
      '{"other":5}',
      '{"session":5',
      '{"session":2147483648}',
    ]) {
      it(`does not take ${line} for a session`, async () => {
        const [entry = ""] = await read(`${line}\n`);
        expect(entry).to.match(/^1! .* is not a session id/);
      });
    }

    it("takes no member that an object only inherits", async () => {
      const [entry] = await read('{"session":1}\n', "constructor");
      expect(entry).to.match(/^1! /);
    });
  });

  describe("as CSV", () => {
    const HEAD = 'name,"the id",note\n';

    it("is the cells of the named column", async () => {
      const text = `${HEAD}Ann,1,x\n"Miller, Bob","22","two\nlines ""quoted"""\n\nEve,333,\n`;
      for (const size of [1, 5, 1000]) expect(await read(text, "the id", size)).to.deep.equal(["2:1", "4:22", "6:333"]);
    });

    for (const [name, delimiter] of Object.entries({ semicolons: ";", tabs: "\t" })) {
      it(`may be separated by ${name}`, async () => {
        const text = `name${delimiter}id\n"Miller, Bob"${delimiter}22\n`;
        expect(await read(text, "id")).to.deep.equal(["2:22"]);
      });
    }

    it("never takes the cell of another column: a row of another width is named", async () => {
      expect(await read("name,id\nMiller, Bob,22\n5,6\n", "id")).to.deep.equal([
        "2! 3 values, where the first line has 2",
        "3:6",
      ]);
    });

    it("without such a column says which there are", async () => {
      expect(await refusal(`${HEAD}1,2,3\n`, "id")).to.equal(
        'the list: "id" is no column of the first line, which has "name", "the id", "note"',
      );
      expect(await refusal("id,id\n1,2\n", "id")).to.contain("is several columns of the first line");
    });

    it("that ends within a quote, or quotes without an end, is refused with its line", async () => {
      expect(await refusal('id\n"1\n2\n', "id")).to.match(/^the list, line \d+: this is not CSV \(CSV_QUOTE/);
      expect(await refusal(`id\n"${"1\n".repeat(100_000)}`, "id")).to.match(/is longer than 65536 characters$/);
    });
  });
});
