import { execFile } from "node:child_process";
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
