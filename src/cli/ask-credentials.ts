import type { Credentials } from "../client/credentials.js";
import { UsageError } from "./usage-error.js";

/** Sources of credentials. Arguments are not one: they are visible in process lists and shell histories. */
export interface CredentialSources {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether there is a terminal to prompt on. */
  readonly interactive: boolean;
  ask(prompt: string, options: { silent: boolean }): Promise<string>;
}

/**
 * Credentials from `RESCUE_EMAIL`, `RESCUE_PASSWORD` and `RESCUE_AUTHCODE`; the terminal prompts for what is
 * missing, for the password without echo. An auth code alone is enough.
 *
 * @throws {UsageError} when something is missing and there is no terminal to prompt on.
 */
export async function askCredentials(sources: CredentialSources): Promise<Credentials> {
  const {
    RESCUE_EMAIL: email,
    RESCUE_PASSWORD: password,
    RESCUE_AUTHCODE: authCode,
  } = Object.fromEntries(Object.entries(sources.environment).filter(([, value]) => value !== ""));
  if (authCode !== undefined && email === undefined && password === undefined) return { authCode };
  if ((email === undefined || password === undefined) && !sources.interactive) {
    throw new UsageError(
      "no credentials: set RESCUE_EMAIL and RESCUE_PASSWORD, or RESCUE_AUTHCODE (they are not taken as arguments)",
    );
  }
  const login = {
    email: email ?? (await sources.ask("Rescue e-mail: ", { silent: false })),
    password: password ?? (await sources.ask("Rescue password: ", { silent: true })),
  };
  return authCode === undefined ? login : { ...login, authCode };
}

/** The environment and terminal of this process. Prompts go to stderr, so that stdout holds results only. */
export function processSources(): CredentialSources {
  return {
    environment: process.env,
    interactive: process.stdin.isTTY === true && process.stderr.isTTY === true,
    ask: async (prompt, { silent }) => {
      const { read } = await import("read");
      return read({ prompt, silent, input: process.stdin, output: process.stderr });
    },
  };
}
