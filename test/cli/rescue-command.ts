import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** The compiled command. */
export const MAIN = fileURLToPath(new URL("../../src/cli/main.js", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running `rescue`. */
export interface Running {
  readonly child: ChildProcess;
  /** Resolves with the first line on stdout, without its end. */
  readonly firstLine: Promise<string>;
  readonly ended: Promise<Ended>;
}

export type Environment = Readonly<Record<string, string>>;

/** The environment of every command here: the reference WSDL, whichever WSDL the package has. */
export const ENVIRONMENT: Environment = { RESCUE_WSDL: "test/reference/API.wsdl" };

/** Starts `rescue` without a terminal and with nothing but `environment` set, and the reference WSDL. */
export function start(
  args: readonly string[],
  environment: Environment = {},
  { cwd, input }: { readonly cwd?: string; readonly input?: "pipe" } = {},
): Running {
  return startNode([MAIN, ...args], { ...ENVIRONMENT, ...environment }, cwd, input);
}

/** Runs a compiled script to its end, in a folder, with nothing but `environment` set. */
export function run(args: readonly string[], environment: Environment, folder: string): Promise<Ended> {
  return startNode(args, environment, folder).ended;
}

function startNode(
  args: readonly string[],
  environment: Environment,
  cwd = ".",
  input: "ignore" | "pipe" = "ignore",
): Running {
  const child = spawn(process.execPath, [...args], {
    cwd,
    env: { PATH: process.env.PATH, ...environment },
    stdio: [input, "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  const firstLine = new Promise<string>((resolve) => {
    child.stdout?.on("data", (chunk) => {
      stdout += chunk;
      if (stdout.includes("\n")) resolve(stdout.slice(0, stdout.indexOf("\n")));
    });
  });
  child.stderr?.on("data", (chunk) => {
    stderr += chunk;
  });
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, stdout, stderr }));
  return { child, firstLine, ended };
}

/** Runs `rescue` to its end. */
export function rescue(args: readonly string[], environment: Environment = {}): Promise<Ended> {
  return start(args, environment).ended;
}

/** The objects that `--json` printed, one for each line. */
export function jsonLines(stdout: string): unknown[] {
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}
