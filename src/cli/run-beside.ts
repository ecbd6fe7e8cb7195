import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";
import { UsageError } from "./usage-error.js";

/**
 * Runs a command to its end, on the input and outputs of this process.
 *
 * @param variables added to this process's environment.
 * @param signal ends the command with SIGTERM.
 * @returns the command's exit code; 128 and the number of the signal that ended it, as a shell says it.
 * @throws {UsageError} when it cannot be started.
 */
export async function runBeside(
  [command = "", ...args]: readonly string[],
  variables: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<number> {
  const child = spawn(command, args, {
    stdio: "inherit",
    env: { ...process.env, ...variables },
    // Windows starts npm and its like, which are scripts, through a shell only.
    shell: process.platform === "win32",
  });
  const end = () => child.kill("SIGTERM");
  signal.addEventListener("abort", end, { once: true });
  try {
    const [code, killedBy] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
    return code ?? 128 + (killedBy === null ? 0 : constants.signals[killedBy]);
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
    throw new UsageError(`cannot run ${command} (${reason})`);
  } finally {
    signal.removeEventListener("abort", end);
  }
}
