import { type Command, InvalidArgumentError } from "commander";
import { onInterrupt } from "./interrupt.js";
import { UsageError } from "./usage-error.js";

/** `rescue emulator` */
export function addEmulatorCommand(program: Command): void {
  program
    .command("emulator")
    .description("run an emulator of the service on this machine")
    .option("--port <number>", "port to listen on; 0 takes a free one", port, 0)
    .option("--no-limits", "without the service's rate limits")
    .option("--json", "print the ready line as JSON")
    .action(async (flags: { port: number; limits: boolean; json?: true }) => {
      const { startEmulator } = await import("../emulator/index.js");
      const { signal } = onInterrupt();
      const emulator = await startEmulator({ port: flags.port, limits: flags.limits }).catch((error: unknown) => {
        const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
        throw new UsageError(`cannot listen on port ${flags.port} (${code}); choose another with --port`);
      });
      const { endpoint } = emulator;
      process.stdout.write(
        flags.json ? `${JSON.stringify({ ready: true, endpoint })}\n` : `Listening on ${endpoint}\n`,
      );
      await new Promise<void>((resolve) => {
        if (signal.aborted) resolve();
        signal.addEventListener("abort", () => resolve(), { once: true });
      });
      await emulator.close();
    });
}

function port(text: string): number {
  const value = Number(text);
  if (!/^\d{1,5}$/.test(text) || value > 65_535) throw new InvalidArgumentError("expected a port from 0 to 65535.");
  return value;
}
