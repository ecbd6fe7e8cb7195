import type { Command } from "commander";

/** A command line, and what it is for. */
export interface Example {
  readonly line: string;
  readonly about: string;
}

/**
 * Command lines that help shows, by the command that they belong to.
 */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  close: [
    { line: "rescue close 12345678 23456789", about: "one after the other, over one login" },
    { line: "rescue close --from sessions.txt --json", about: "the ids in a file, one a line" },
    { line: "rescue close 12345678 --credential-command 'pass show rescue'", about: "asks a password manager" },
  ],
  doctor: [{ line: "rescue doctor", about: "who am I there, and may I close sessions?" }],
};

/** Adds the examples of a command to its help. */
export function withExamples(command: Command, name: string): Command {
  const examples = EXAMPLES[name] ?? [];
  const lines = examples.map(({ line, about }) => `  ${line}\n      ${about}`);
  return command.addHelpText("after", `\nExamples:\n${lines.join("\n")}`);
}
