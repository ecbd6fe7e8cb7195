import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { completionScript, SHELLS, type Shell } from "../../src/cli/completion-script.js";
import { makeProgram } from "../../src/cli/program.js";
import { describeWith } from "../describe-with.js";
import { rescue } from "./rescue-command.js";

/** Completes the last of `words`, as the shell itself does. @returns what is offered. */
const COMPLETE: Readonly<Record<Shell, (script: string, words: readonly string[]) => readonly string[]>> = {
  bash: (script, words) => {
    const list = words.map((word) => `'${word}'`).join(" ");
    const text = `source ${script}; COMP_WORDS=(rescue ${list}); COMP_CWORD=${words.length}; _rescue; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return printed("bash", ["--norc", "-c", text], dirname(script));
  },
  fish: (script, words) =>
    printed(
      "fish",
      ["--no-config", "-c", `source ${script}; complete -C 'rescue ${words.join(" ")}'`],
      dirname(script),
    ),
  zsh: (script, words) =>
    printed("zsh", ["-f", "-c", ZSH_ON_A_TERMINAL, "zsh", script, `rescue ${words.join(" ")}`], dirname(script))
      .join("\n")
      .replace(/^[\s\S]*<offered>([\s\S]*)<\/offered>[\s\S]*$/, "$1")
      .split("\n")
      .filter((word) => word !== ""),
};

// Its completion needs a terminal: a second zsh has one, gets the line and the tab key typed, and tells what it offers.
const ZSH_ON_A_TERMINAL = `
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PROMPT= RPROMPT=; source \${(q)1}; bindkey '^I' complete-word
compadd() {
  local -a offered; builtin compadd -O offered \\"\\$@\\"
  print -r -- '<offered>'; print -rl -- \\$offered; print -r -- '</offered>'
  builtin compadd \\"\\$@\\"
}
print -r -- rea''dy"
local shown
zpty -r shell shown '*ready*'
zpty -w -n shell "$2"$'\\t'
zpty -r shell shown '*</offered>*'
print -r -- $shown
zpty -d shell
`;

function printed(program: string, args: readonly string[], home: string): readonly string[] {
  const env = { PATH: process.env.PATH, HOME: home, TERM: "dumb" };
  const text = execFileSync(program, args, { encoding: "utf8", env, timeout: 15_000 });
  return text
    .split(/\r*\n/)
    .map((line) => line.replace(/\t.*/, ""))
    .filter((line) => line !== "");
}

const installed = (shell: Shell) => (spawnSync(shell, ["--version"]).status === 0 ? shell : undefined);

describe("rescue completion", () => {
  it("prints the script of a shell", async () => {
    const { code, stdout } = await rescue(["completion", "bash"]);
    expect(code).to.equal(0);
    expect(stdout).to.equal(completionScript(makeProgram(), "bash"));
  });

  it("knows no other shell", async () => expect((await rescue(["completion", "tcsh"])).code).to.equal(2));

  it("offers no option for a secret", () => {
    for (const shell of SHELLS) expect(completionScript(makeProgram(), shell)).not.to.match(/-l? ?-?password/);
  });
});

for (const shell of SHELLS) {
  describeWith(installed(shell), `rescue completion, in ${shell}`, `no ${shell} here (Debian: ${shell})`, () => {
    let folder: string;
    let script: string;
    before(() => {
      folder = mkdtempSync(join(tmpdir(), "completion-"));
      script = join(folder, "rescue");
      writeFileSync(script, completionScript(makeProgram(), shell));
    });
    after(() => rmSync(folder, { recursive: true, force: true }));
    const complete = (...words: readonly string[]) => COMPLETE[shell](script, words);

    it("is a script that the shell can read", () => {
      const { status, stderr } = spawnSync(shell, ["-n", script], { encoding: "utf8" });
      expect(stderr).to.equal("");
      expect(status).to.equal(0);
    });

    it("offers the commands", () => {
      expect(complete("")).to.include.members(["close", "doctor", "wsdl", "auth", "completion"]);
      expect(complete("clo")).to.deep.equal(["close"]);
    });

    it("offers the commands of a command", () => {
      expect(complete("wsdl", "d")).to.deep.equal(["diff"]);
      expect(complete("auth", "")).to.include.members(["request", "sso"]);
    });

    it("offers the options of the command, and the values of an option", () => {
      expect(complete("watch", "--")).to.include.members(["--node", "--interval", "--json", "--credential-command"]);
      expect(complete("sessions", "--node", "201", "--ref", "")).to.have.members(["node", "channel"]);
      expect(complete("close", "12345678", "--stop")).to.deep.equal(["--stop-on-error"]);
      expect(complete("close", "--soap", "")).to.deep.equal(["1.1", "1.2"]);
      expect(complete("completion", "f")).to.deep.equal(["fish"]);
    });

    it("does not take a value for a command", () => {
      expect(complete("close", "--jar", "wsdl", "--stop")).to.deep.equal(["--stop-on-error"]);
    });
  });
}
