import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect } from "chai";
import { describeWith } from "../describe-with.js";
import { startEmulator } from "../reference/service.js";
import { csharp, csharpProxy, java, jaxws, type Language, php, shell, zeep } from "./languages.js";
import { printedByLast } from "./programs.js";

const FOLDER = "examples/other-languages";
const PAGE = "docs/coming-from.md";

interface Program {
  readonly file: string;
  readonly language: Language;
  readonly does: "closes a session" | "a day's calls";
  /** What the page's table says of it. */
  readonly shape: string;
  /** What it prints before what all print. */
  readonly before?: string;
}

const PROGRAMS: readonly Program[] = [
  {
    file: "CloseSession.cs",
    language: csharp,
    does: "closes a session",
    shape: "the guide's C# proxy (`SoapHttpClientProtocol`)",
  },
  {
    file: "close_session.php",
    language: php,
    does: "closes a session",
    shape: "PHP's `SoapClient` over the WSDL",
    before: "waiting: Front Desk\n",
  },
  {
    file: "close_session.py",
    language: zeep,
    does: "closes a session",
    shape: "zeep over the WSDL",
    before: "waiting: Front Desk\n",
  },
  { file: "CloseSession.java", language: java, does: "closes a session", shape: "XML by hand over `java.net.http`" },
  { file: "close-session.sh", language: shell, does: "closes a session", shape: "XML by hand over curl, SOAP 1.1" },
  {
    file: "DeskWork.cs",
    language: csharpProxy,
    does: "a day's calls",
    shape: "a proxy that .NET generates from the WSDL",
  },
  { file: "desk_work.php", language: php, does: "a day's calls", shape: "PHP's `SoapClient` over the WSDL" },
  { file: "desk_work.py", language: zeep, does: "a day's calls", shape: "zeep over the WSDL" },
  {
    file: "DeskWork.java",
    language: jaxws,
    does: "a day's calls",
    shape: "a port that wsimport generates from the WSDL",
  },
  { file: "desk-work.sh", language: shell, does: "a day's calls", shape: "XML by hand over curl, SOAP 1.2" },
];

const PRINTED = {
  "closes a session": "closeSessionRet_OK\ncloseSessionRet_InvalidParam_Session\n",
  "a day's calls": `signed out: getAccount_NotLoggedIn
login: login_OK
list: 12345678 SESSION_PICKEDUP Front Desk
report: getReport_OK Start Time
auth code: closeSessionRet_OK
again: closeSessionRet_InvalidParam_Session
`,
};

describe(`the programs of ${FOLDER}`, () => {
  it("are those that the page shows, word for word, and its table lists", async () => {
    const page = await readFile(PAGE, "utf8");
    const generator = "ProxyFromWsdl.cs";
    const files = [...PROGRAMS.map(({ file }) => file), generator];
    expect((await readdir(FOLDER)).sort()).to.deep.equal(files.sort());
    for (const { file, language } of [...PROGRAMS, { file: generator, language: csharp }])
      expect(page, file).to.include(`\`\`\`${language.fence}\n${await readFile(join(FOLDER, file), "utf8")}\`\`\``);
    const rows = PROGRAMS.map(
      ({ file, shape, language, does }) => `| \`${file}\` | ${does} | ${shape} | ${language.name} | yes |\n`,
    );
    expect(page).to.include(rows.join(""));
    for (const printed of Object.values(PRINTED)) expect(page).to.include(`\`\`\`text\n${printed}\`\`\``);
  });

  it("are all that the page shows of other languages", async () => {
    const page = await readFile(PAGE, "utf8");
    const fences = Array.from(page.matchAll(/^```([a-z]+)$/gm), ([, fence]) => fence);
    const foreign = fences.filter((fence) => fence !== "js" && fence !== "ts" && fence !== "text");
    expect(foreign).to.have.length(PROGRAMS.length + 1);
  });
});

for (const { file, language, does, before = "" } of PROGRAMS) {
  describeWith(language.interpreter, file, language.lacking, (interpreter) => {
    it("prints what the page says, and closes the session once", async () => {
      await using emulator = await startEmulator();
      const printed = await printedByLast(language.commands(interpreter, resolve(FOLDER, file), emulator));
      expect(printed).to.equal(before + PRINTED[does]);
      expect(emulator.executions("closeSession", 12345678)).to.equal(1);
    }).timeout(120_000);
  });
}
