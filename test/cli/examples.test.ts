import { readFile } from "node:fs/promises";
import { expect } from "chai";
import type { Command } from "commander";
import { EXAMPLES } from "../../src/cli/examples.js";
import { makeProgram } from "../../src/cli/program.js";

/** The words of a command line, as a shell splits it up to a redirection. */
function wordsOf(line: string): readonly string[] {
  const [command = ""] = line.split(" > ");
  return Array.from(command.matchAll(/'([^']*)'|(\S+)/g), ([, quoted, word = ""]) => quoted ?? word);
}

/** The command that a line names, with the words that follow it. */
function commandOf(words: readonly string[]): { readonly command: Command; readonly rest: readonly string[] } {
  let command = makeProgram();
  let index = 1;
  for (; index < words.length; index += 1) {
    const next = command.commands.find((sub) => sub.name() === words[index]);
    if (!next) break;
    command = next;
  }
  return { command, rest: words.slice(index) };
}

describe("the examples of help", () => {
  for (const [name, examples] of Object.entries(EXAMPLES)) {
    for (const { line, about } of examples) {
      it(`${line}: can be parsed, and is shown by help and in docs/command-line.md`, async () => {
        const words = wordsOf(line);
        const { command, rest } = commandOf(words);
        expect(words[0]).to.equal("rescue");
        const names = [command.name()];
        for (let above = command.parent; above?.parent; above = above.parent) names.unshift(above.name());
        expect(names.join(" ")).to.equal(name);
        const { operands, unknown } = command.parseOptions([...rest]);
        expect(unknown).to.deep.equal([]);
        const required = command.registeredArguments.filter((argument) => argument.required);
        expect(operands.length).to.be.at.least(required.length);
        let help = "";
        command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
        expect(help).to.contain(line).and.to.contain(about);
        expect(await readFile("docs/command-line.md", "utf8")).to.contain(`${line}   # ${about}`);
      });
    }
  }
});
