import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { EXIT, WSDL_EXIT } from "../../src/cli/exit-codes.js";
import { RESULT_CODES } from "../../src/errors/result-codes.js";
import { filesBelow } from "../house/files-below.js";

const PAGE = "docs/troubleshooting.md";
/** `- `message`: what to do`, in which `…` is what differs. */
const MESSAGE = /^- `([^`]+)`: /gm;

describe(PAGE, () => {
  let page: string;
  let sources: readonly string[];

  before(async () => {
    page = await readFile(PAGE, "utf8");
    const paths = (await filesBelow("src")).filter((path) => path.endsWith(".ts"));
    sources = await Promise.all(paths.map((path) => readFile(join("src", path), "utf8")));
  });

  it("quotes messages that the package has", () => {
    const messages = [...page.matchAll(MESSAGE)].map(([, message = ""]) => message);
    expect(messages).to.have.length.above(15);
    for (const message of messages) {
      // The code of the system, such as ECONNREFUSED, is Node's; the beginning of a sentence is another file's.
      const pieces = message
        .replace(/ \([A-Z_\d]+\)$/, "")
        .replace(/^the reply /, "")
        .split("…")
        .filter((piece) => piece.trim().length > 3);
      expect(pieces, message).to.have.length.above(0);
      const found = sources.some((source) => pieces.every((piece) => source.includes(piece)));
      expect(found, `no file of src/ has: ${message}`).to.equal(true);
    }
  });

  it("explains every result code as the package does", () => {
    for (const [code, { meaning, advice }] of Object.entries(RESULT_CODES)) {
      if (code !== "OK") expect(page).to.include(`| \`${code}\` | ${meaning} | ${advice} |`);
    }
  });

  it("explains every exit code", () => {
    const rows = [...page.matchAll(/^\| ([\d, ]+) \|/gm)].flatMap(([, codes = ""]) => codes.split(",").map(Number));
    expect(rows.sort((a, b) => a - b)).to.deep.equal(
      [...new Set([...Object.values(EXIT), ...Object.values(WSDL_EXIT)])].sort((a, b) => a - b),
    );
  });
});
