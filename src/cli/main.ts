#!/usr/bin/env node
import { CommanderError } from "commander";
import { RescueError } from "../errors/rescue-error.js";
import { EXIT, exitCodeOf } from "./exit-codes.js";
import { output } from "./output.js";
import { makeProgram } from "./program.js";
import { UsageError } from "./usage-error.js";

void main();

async function main(): Promise<void> {
  try {
    await makeProgram().parseAsync();
  } catch (error) {
    process.exitCode = await explain(error);
  }
  await output.settled();
  if (output.isIncomplete) process.exitCode = EXIT.unwritten;
}

async function explain(error: unknown): Promise<number> {
  // commander has printed its message already; 0 is --help and --version.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof UsageError || error instanceof RescueError) {
    await output.problem(`rescue: ${error.message}`);
    return error instanceof RescueError ? exitCodeOf(error) : EXIT.usage;
  }
  // Ctrl-C was pressed at the password prompt.
  if (error instanceof Error && error.message === "canceled") return EXIT.interrupted;
  // Node would print the message of an uncaught error unfiltered, and end with the code of a refusal.
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  await output.problem(`rescue: unexpected error, please report it: ${message}`);
  for (const [frame] of stack.matchAll(/^ {4}at .*$/gm)) await output.problem(frame);
  return EXIT.crashed;
}
