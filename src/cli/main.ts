#!/usr/bin/env node
import { CommanderError } from "commander";
import { RescueError } from "../errors/rescue-error.js";
import { EXIT, exitCodeOf } from "./exit-codes.js";
import { makeProgram } from "./program.js";
import { UsageError } from "./usage-error.js";

// Whoever reads the output may have had enough of it, as `head` has: that is no failure of the command.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  await makeProgram().parseAsync();
} catch (error) {
  process.exitCode = explain(error);
}

function explain(error: unknown): number {
  // commander has printed its message already; 0 is --help and --version.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof UsageError) {
    process.stderr.write(`rescue: ${error.message}\n`);
    return EXIT.usage;
  }
  if (error instanceof RescueError) {
    process.stderr.write(`rescue: ${error.message}\n`);
    return exitCodeOf(error);
  }
  // A person pressed Ctrl-C at the password prompt.
  if (error instanceof Error && error.message === "canceled") return EXIT.interrupted;
  throw error;
}
