import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect } from "chai";
import ts from "typescript-5.9";

const PROGRAM = `
import type { Operations, RescueClient, RescueClientOptions, RescueResultError } from "../../src/index.js";
import type { OperationTypes } from "../../test/reference/generated/index.js";

declare const operations: Operations<OperationTypes>;
declare const environment: Record<string, string | undefined>;
const answer = await operations.getSession_V3({ iNodeID: 1, eNodeRef: "NODE" });
const row = answer.aSessions?.SESSION_V3[0];
const nothing = await operations.closeSession({ iSession: 1 });
export const id = row?.iID;

const { EMAIL: email, PASSWORD: password } = environment;
export const options: RescueClientOptions = { credentials: { email, password } };
export const half: RescueClientOptions = { credentials: { email: "a@b", password } };
export function explain(error: RescueResultError, _: RescueClient): boolean {
  return error.code === "";
}
export { answer, nothing };
`;

/** What an editor shows of a program, from TypeScript's language service. Version 7 has none that a program could ask. */
describe("an editor shows", function () {
  this.timeout(60_000);
  let folder: string;
  let file: string;
  let service: ts.LanguageService;

  before(async () => {
    await mkdir(".build", { recursive: true });
    folder = await mkdtemp(resolve(".build", "editor-"));
    file = join(folder, "program.ts");
    await writeFile(file, PROGRAM);
    const { options } = ts.convertCompilerOptionsFromJson(
      { module: "nodenext", target: "es2022", strict: true, exactOptionalPropertyTypes: true, types: ["node"] },
      resolve("."),
    );
    service = ts.createLanguageService({
      getCompilationSettings: () => ({ ...options, noEmit: true }),
      getScriptFileNames: () => [file],
      getScriptVersion: () => "1",
      getScriptSnapshot: (path) => {
        const text = ts.sys.readFile(path);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => resolve("."),
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      fileExists: ts.sys.fileExists,
      readFile: ts.sys.readFile,
      readDirectory: ts.sys.readDirectory,
      directoryExists: ts.sys.directoryExists,
      getDirectories: ts.sys.getDirectories,
    });
  });
  after(async () => {
    service.dispose();
    await rm(folder, { recursive: true, force: true });
  });

  /** What is shown over the name in the piece of the program: its type, then its documentation. */
  function shownOver(name: string, piece: string): { readonly type: string; readonly text: string } {
    const start = PROGRAM.indexOf(piece);
    if (start < 0) throw new Error(`no ${piece} in the program`);
    const shown = service.getQuickInfoAtPosition(file, start + piece.indexOf(name));
    const joined = (parts: readonly ts.SymbolDisplayPart[] = []) => parts.map(({ text }) => text).join("");
    return { type: joined(shown?.displayParts), text: joined(shown?.documentation) };
  }

  it("the fields of an answer, not the name of a type", () => {
    const { type } = shownOver("answer", "const answer");
    expect(type.replace(/\s+/g, " ")).to.equal("const answer: { aSessions?: ArrayOfSESSION_V3; }");
    expect(shownOver("nothing", "const nothing").type).to.equal("const nothing: {}");
  });

  it("a row by the name under which it can be imported", () => {
    expect(shownOver("row", "const row").type).to.equal("const row: SESSION_V3 | null | undefined");
  });

  it("what a parameter means, and its values", () => {
    expect(shownOver("iSession", "{ iSession: 1 }").text).to.equal(
      "The session's id, as the Technician Console shows it. A whole number from -2147483648 to 2147483647 (xs:int).",
    );
    expect(shownOver("aSessions", "answer.aSessions").text).to.match(/^The sessions, a row for each\./);
    expect(shownOver("iID", "row?.iID").text).to.match(/^The session's id/);
  });

  it("which credential may be undefined, not another that is missing", () => {
    const problems = service
      .getSemanticDiagnostics(file)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    expect(problems).to.have.length(2);
    expect(problems[0]).to.contain("Types of property 'email' are incompatible");
    expect(problems[1]).to.contain("Types of property 'password' are incompatible");
    for (const problem of problems) expect(problem).not.to.contain("'authCode' is missing");
  });

  it("the codes that may be compared with", () => {
    const piece = 'error.code === "';
    const at = PROGRAM.indexOf(piece) + piece.length;
    const names = service.getCompletionsAtPosition(file, at, undefined)?.entries.map(({ name }) => name);
    expect(names).to.include.members(["ActionFailed", "InvalidParam_Session", "NotLoggedInAsAdmin", "UNKNOWN_RESULT"]);
  });
});
