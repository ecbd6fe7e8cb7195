import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The first of these interpreters that can do what `probe` asks for; undefined where none is installed. */
export async function findInterpreter(
  candidates: readonly string[],
  probe: readonly string[],
): Promise<string | undefined> {
  for (const candidate of candidates) {
    const found = await run(candidate, [...probe]).then(
      () => true,
      () => false,
    );
    if (found) return candidate;
  }
  return undefined;
}

/** What a program printed, as JSON. The argument list holds no secret but the example password of the emulator. */
export async function printedBy(program: string, args: readonly string[]): Promise<unknown> {
  const { stdout } = await run(program, [...args], { timeout: 60_000 });
  return JSON.parse(stdout);
}

/** A command and its arguments. */
export type Command = readonly [string, ...string[]];

/**
 * What the last of these commands printed on its standard output; the others compile for it. All run in a folder of
 * their own, as the example user of the emulator.
 */
export async function printedByLast(commands: readonly Command[]): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), "other-language-"));
  const env = { ...process.env, RESCUE_EMAIL: "some@email.com", RESCUE_PASSWORD: "secretPassword" };
  let printed = "";
  try {
    for (const [command, ...args] of commands)
      printed = (await run(command, args, { cwd, env, timeout: 100_000 })).stdout;
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
  return printed;
}
