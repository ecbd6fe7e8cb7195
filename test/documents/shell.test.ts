import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod } from "node:fs/promises";
import { delimiter, dirname, join, resolve } from "node:path";
import { expect } from "chai";
import type { Command } from "commander";
import { makeProgram } from "../../src/cli/program.js";
import { startEmulator } from "../../src/emulator/index.js";
import { type CodeBlock, codeBlocks } from "./code-blocks.js";
import { type ReaderProject, readerProject } from "./reader-project.js";

/** The arguments of each `rescue` in a shell text, without what follows `--`. */
function rescueCommands(text: string): readonly (readonly string[])[] {
  const lines = text.split("\n").map((line) => line.replace(/\s#.*$/, ""));
  return lines.flatMap((line) => {
    const [, rest] = /^(?:npx |node_modules\/\.bin\/)?rescue (.*)$/.exec(line) ?? [];
    return rest === undefined ? [] : [(/^(.*?)(?: -- .*| > .*)?$/.exec(rest)?.[1] ?? "").trim().split(/\s+/)];
  });
}

/** What is wrong with these arguments: a command or an option that does not exist. */
function wrongIn(args: readonly string[]): readonly string[] {
  let command: Command = makeProgram();
  const wrong: string[] = [];
  for (const argument of args) {
    if (argument.startsWith("--")) {
      if (!command.options.some(({ long }) => long === argument.split("=")[0])) wrong.push(argument);
      continue;
    }
    const next = command.commands.find((candidate) => candidate.name() === argument);
    if (next) command = next;
    else if (command.commands.length > 0) wrong.push(argument);
  }
  return wrong;
}

describe("the shell commands in README.md and docs/", function () {
  this.timeout(60_000);
  let blocks: readonly CodeBlock[];
  before(async () => {
    blocks = await codeBlocks("sh");
  });

  it("name commands and options that exist", () => {
    const commands = blocks.flatMap(({ place, text }) => rescueCommands(text).map((args) => ({ place, args })));
    expect(commands.map(({ args }) => args[0])).to.include.members(["close", "doctor", "emulator", "wsdl", "generate"]);
    for (const { place, args } of commands)
      expect(wrongIn(args), `${place}: rescue ${args.join(" ")}`).to.deep.equal([]);
    expect(wrongIn(["wsdl", "chek"])).to.deep.equal(["chek"]);
    expect(wrongIn(["close", "1", "--jsn"])).to.deep.equal(["--jsn"]);
  });

  it("that name options of the text exist as well", async () => {
    const known = new Set(["--help"]);
    const visit = (command: Command) => {
      for (const { long } of command.options) known.add(long ?? "");
      for (const below of command.commands) visit(below);
    };
    visit(makeProgram());
    const text = (await import("node:fs")).readFileSync("docs/command-line.md", "utf8");
    const named = [...text.matchAll(/`(--[a-z][\w-]*)/g)].map(([, option = ""]) => option);
    expect(named).to.include("--proxy");
    expect(named.filter((option) => !known.has(option))).to.deep.equal([]);
  });

  // What npm test does there: it calls the emulator, and ends with the number of its argument.
  const TEST = `fetch(process.env.RESCUE_ENDPOINT + "?wsdl").then(({ status }) => {
    console.log("tested", process.env.RESCUE_ENDPOINT, status);
    process.exitCode = Number(process.env.END_WITH ?? 0);
  });`;

  interface Ended {
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
  }

  async function shell(project: ReaderProject, script: string, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
    const bin = join(project.folder, "node_modules/.bin");
    const PATH = [bin, dirname(process.execPath), process.env.PATH].join(delimiter);
    const child = spawn("sh", ["-e", "-c", script], {
      cwd: project.folder,
      env: { PATH, HOME: project.folder, npm_config_update_notifier: "false", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    // Its output ends when the last process that it has started does: an emulator that is left behind makes this wait.
    const [code] = (await once(child, "close")) as [number | null];
    return { code, stdout, stderr };
  }

  async function project(): Promise<ReaderProject> {
    await chmod(resolve("lib/cli.cjs"), 0o755);
    return await readerProject({
      "package.json": JSON.stringify({ private: true, scripts: { test: "node test.mjs" } }),
      "test.mjs": TEST,
    });
  }

  const recipes = () =>
    blocks.filter(({ document, text }) => document === "docs/emulator.md" && text.includes("npm test"));

  it("for CI run the tests against an emulator, end with their exit code and leave nothing behind", async () => {
    expect(recipes()).to.have.length(2);
    for (const { place, text } of recipes()) {
      for (const code of [0, 3]) {
        await using reader = await project();
        const ended = await shell(reader, text, { END_WITH: String(code) });
        expect(ended.code, `${place}: ${ended.stderr}`).to.equal(code);
        const endpoint = /^tested (\S+) 200$/m.exec(ended.stdout)?.[1] ?? "";
        const gone = await fetch(endpoint).catch((error: Error) => error.cause);
        expect(gone, place).to.have.property("code", "ECONNREFUSED");
      }
    }
  });

  it("for CI say that the port is taken, and end", async () => {
    await using taken = await startEmulator();
    const port = `--port ${new URL(taken.endpoint).port}`;
    for (const { place, text } of recipes()) {
      await using reader = await project();
      const script = text.replace(/ --port 0|(?= --no-limits --)/, ` ${port}`);
      expect(script, place).to.contain(port);
      const ended = await shell(reader, script);
      expect(ended.code, place).to.be.above(0);
      expect(ended.stderr, place).to.match(/rescue: cannot listen on port \d+ of 127\.0\.0\.1 \(EADDRINUSE\)/);
      expect(ended.stdout, place).not.to.contain("tested");
    }
    expect(taken.log).to.deep.equal([]);
  });
});
