import { execFileSync } from "node:child_process";
import { expect } from "chai";
import { shellWords } from "../../../src/cli/close/shell-words.js";
import { visible } from "../../../src/soap/text/printable.js";

const WORDS = [
  "rescue",
  "--from",
  "a b.txt",
  "",
  "it's",
  "$HOME",
  "`id`",
  "a\\b",
  "!x",
  "*",
  "~",
  "é",
  "--x=1",
  ";",
  "a#b",
];
const UNPRINTABLE = ["a\nb", "-\n%d", "100%\t\\", "\u001b[31m", "\u202e'x\\", "\u009b", "\t"];

function splitBy(shell: string, line: string): readonly string[] {
  return execFileSync(shell, ["-c", `printf '%s\\0' ${line}`], { encoding: "utf8" })
    .split("\0")
    .slice(0, -1);
}

describe("a command line that a reader may paste", () => {
  it("is what was given, for a POSIX shell", () => {
    expect(splitBy("sh", shellWords(WORDS))).to.deep.equal(WORDS);
  });

  for (const shell of ["sh", "bash"]) {
    it(`can be printed, and is what was given for ${shell}, also with characters that a terminal obeys`, () => {
      const line = shellWords([...WORDS, ...UNPRINTABLE]);
      expect(visible(line)).to.equal(line);
      expect(splitBy(shell, line)).to.deep.equal([...WORDS, ...UNPRINTABLE]);
    });
  }

  it("keeps line feeds at the end of a word, for bash", () => {
    expect(splitBy("bash", shellWords(["a\n\n", "\n"]))).to.deep.equal(["a\n\n", "\n"]);
  });

  it("quotes nothing that needs no quotes", () => {
    expect(shellWords(["rescue", "close", "--from=x.csv", "--rate", "2.5"])).to.equal(
      "rescue close --from=x.csv --rate 2.5",
    );
  });
});
