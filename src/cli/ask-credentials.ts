import type { Credentials } from "../client/options/credentials.js";
import { outputOf, parseCredentials } from "./credential-command.js";
import { type CredentialParts, PARTS, type PartName, partsIn } from "./credential-parts.js";
import { UsageError } from "./usage-error.js";

/** Sources of credentials. Arguments are not one: they are visible in process lists and shell histories. */
export interface CredentialSources {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Returns what the command of `--credential-command` prints; absent where none is named. */
  readonly command?: (() => Promise<string>) | undefined;
  /** Whether there is a terminal to prompt on. */
  readonly interactive: boolean;
  ask(prompt: string, options: { silent: boolean }): Promise<string>;
}

/**
 * Credentials from the environment and from what `--credential-command` prints, which goes before it; the terminal
 * prompts for what is missing, for secrets without echo. An auth code alone is enough. Any part of a single sign-on
 * makes the credentials one.
 *
 * @throws {UsageError} when something is missing and there is no terminal to prompt on.
 */
export async function askCredentials(sources: CredentialSources): Promise<Credentials> {
  const known = partsIn(sources.environment);
  const printed = sources.command ? parseCredentials(await sources.command(), known) : {};
  const given: CredentialParts = { ...known, ...printed };
  const { ssoId, ssoPassword, companyId, ...others } = given;
  if (ssoId !== undefined || ssoPassword !== undefined || companyId !== undefined) {
    if (Object.keys(others).length > 0) {
      throw new UsageError(
        "credentials of two kinds are set: a single sign-on needs no e-mail address, password or code",
      );
    }
    checkComplete(given, ["ssoId", "ssoPassword", "companyId"], sources);
    return {
      ssoId: ssoId ?? (await ask("ssoId", sources)),
      ssoPassword: ssoPassword ?? (await ask("ssoPassword", sources)),
      companyId: companyId ?? (await ask("companyId", sources)),
    };
  }
  const { email, password, authCode } = others;
  if (authCode !== undefined && email === undefined && password === undefined) return { authCode };
  checkComplete(given, ["email", "password"], sources);
  const login = {
    email: email ?? (await ask("email", sources)),
    password: password ?? (await ask("password", sources)),
  };
  return authCode === undefined ? login : { ...login, authCode };
}

/** The names of the variables that hold credentials, for help and errors. */
export const CREDENTIAL_VARIABLES =
  "RESCUE_EMAIL and RESCUE_PASSWORD, or RESCUE_AUTHCODE (an auth code or an API token), or RESCUE_SSO_ID, " +
  "RESCUE_SSO_PASSWORD and RESCUE_COMPANY_ID";

function checkComplete(given: CredentialParts, needed: readonly PartName[], { interactive }: CredentialSources): void {
  if (interactive || needed.every((name) => given[name] !== undefined)) return;
  throw new UsageError(`no credentials: set ${CREDENTIAL_VARIABLES} (they are not taken as arguments)`);
}

/** Asks for a yes. @throws {UsageError} when nobody can be asked. */
export async function confirm({ interactive, ask: askFor }: CredentialSources, question: string): Promise<boolean> {
  if (!interactive) throw new UsageError("nobody can be asked for a confirmation here: pass --yes");
  return /^y(?:es)?$/i.test((await askFor(question, { silent: false })).trim());
}

/** Asks for one part. @throws {UsageError} when the input ends, or nothing is typed. */
async function ask(name: PartName, sources: Pick<CredentialSources, "ask">): Promise<string> {
  const { prompt, silent } = PARTS[name];
  const typed = await sources.ask(prompt, { silent });
  if (typed === "") throw new UsageError(`nothing was typed at "${prompt.trim()}"`);
  return typed;
}

/**
 * The environment and terminal of this process. Prompts go to stderr, so that stdout holds results only.
 *
 * @param command what `--credential-command` names. An empty one counts as not given, as variables do.
 * @param inputIsTaken true where standard input holds something else.
 */
export function processSources(command?: string, inputIsTaken = false): CredentialSources {
  return {
    environment: process.env,
    command: command?.trim() ? () => outputOf(command) : undefined,
    interactive: !inputIsTaken && process.stdin.isTTY === true && process.stderr.isTTY === true,
    ask: askOnTerminal,
  };
}

async function askOnTerminal(prompt: string, { silent }: { silent: boolean }): Promise<string> {
  const { read } = await import("read");
  const { stdin, stderr } = process;
  return new Promise<string>((resolve, reject) => {
    // Ctrl-D closes the prompt, and `read` would wait forever. It pauses the input as well when a line was typed, and
    // has resolved by then.
    const onPause = () => setImmediate(() => reject(new UsageError(`the input ended at "${prompt.trim()}"`)));
    read({ prompt, silent, input: stdin, output: stderr })
      .then(resolve, reject)
      .finally(() => stdin.off("pause", onPause));
    stdin.once("pause", onPause);
  });
}
