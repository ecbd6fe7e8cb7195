import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { describeWith } from "../describe-with.js";
import { type Emulator, startEmulator } from "../reference/service.js";
import { findInterpreter } from "./programs.js";

const run = promisify(execFile);
const FOLDER = "examples/other-languages";
const PAGE = "docs/coming-from.md";

interface Program {
  readonly file: string;
  /** The language of its block on the page. */
  readonly fence: string;
  readonly interpreters: readonly string[];
  readonly probe: readonly string[];
  /** Where it is compiled first. */
  readonly compiler?: readonly string[];
  /** What it is told of the service. */
  readonly by: "wsdlUrl" | "endpoint";
  readonly lacking: string;
  /** What it prints before the two results. */
  readonly before?: string;
}

const WAITING = "waiting: Front Desk\n";
const PROGRAMS: readonly Program[] = [
  {
    file: "CloseSession.cs",
    fence: "csharp",
    interpreters: ["mono"],
    probe: ["--version"],
    compiler: ["mcs", "-r:System.Web.Services"],
    by: "endpoint",
    lacking: "no Mono here (Debian: mono-mcs, libmono-system-web-services4.0-cil)",
  },
  {
    file: "close_session.php",
    fence: "php",
    interpreters: ["php"],
    probe: ["-r", "exit(extension_loaded('soap') ? 0 : 1);"],
    by: "wsdlUrl",
    lacking: "no php with the soap extension here (Debian: php-cli, php-soap)",
    before: WAITING,
  },
  {
    file: "close_session.py",
    fence: "python",
    interpreters: ["/usr/bin/python3", "python3"],
    probe: ["-c", "import zeep"],
    by: "wsdlUrl",
    lacking: "no python3 with zeep here (Debian: python3-zeep)",
    before: WAITING,
  },
  {
    file: "CloseSession.java",
    fence: "java",
    interpreters: ["java"],
    probe: ["-version"],
    by: "endpoint",
    lacking: "no java here (Debian: openjdk-17-jdk-headless)",
  },
  {
    file: "close-session.sh",
    fence: "sh",
    interpreters: ["sh"],
    probe: ["-c", "command -v curl"],
    by: "endpoint",
    lacking: "no sh with curl here",
  },
];

const RESULTS = "closeSessionRet_OK\ncloseSessionRet_InvalidParam_Session\n";
const ENVIRONMENT = { ...process.env, RESCUE_EMAIL: "some@email.com", RESCUE_PASSWORD: "secretPassword" };

describe(`the programs of ${FOLDER}`, () => {
  it("are those that the page shows, word for word, and its table lists", async () => {
    const page = await readFile(PAGE, "utf8");
    expect((await readdir(FOLDER)).sort()).to.deep.equal(PROGRAMS.map(({ file }) => file).sort());
    for (const { file, fence } of PROGRAMS) {
      expect(page, file).to.include(`\`\`\`${fence}\n${await readFile(join(FOLDER, file), "utf8")}\`\`\``);
      expect(page, file).to.match(new RegExp(`^\\| \`${file.replace(".", "\\.")}\` \\|.*\\| yes \\|$`, "m"));
    }
    expect(page).to.include(`\`\`\`text\n${RESULTS}\`\`\``);
  });
});

for (const { file, interpreters, probe, compiler, by, lacking, before = "" } of PROGRAMS) {
  describeWith(await findInterpreter(interpreters, probe), file, lacking, (interpreter) => {
    let emulator: Emulator;
    let folder: string;
    beforeEach(async () => {
      emulator = await startEmulator();
      folder = await mkdtemp(join(tmpdir(), "other-language-"));
    });
    afterEach(async () => {
      await emulator?.close();
      await rm(folder, { recursive: true, force: true });
    });

    async function output(): Promise<string> {
      let program = join(FOLDER, file);
      if (compiler) {
        const [command = "", ...options] = compiler;
        const compiled = join(folder, "program.exe");
        await run(command, [...options, `-out:${compiled}`, program]);
        program = compiled;
      }
      const { stdout } = await run(interpreter, [program, emulator[by], "12345678"], { env: ENVIRONMENT });
      return stdout;
    }

    it("logs in, closes the session once, and prints what the page says", async () => {
      expect(await output()).to.equal(before + RESULTS);
      expect(emulator.executions("closeSession", 12345678)).to.equal(1);
    }).timeout(120_000);
  });
}
