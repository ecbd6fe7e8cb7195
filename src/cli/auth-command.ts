import type { Command } from "commander";
import type { Credentials } from "../client/options/credentials.js";
import { ProtocolError } from "../errors/protocol-error.js";
import { askCredentials, confirm, processSources } from "./ask-credentials.js";
import { type ConnectionFlags, withConnectionOptions } from "./connection-options.js";
import { withExamples } from "./examples.js";
import { output } from "./output.js";
import { UsageError } from "./usage-error.js";
import { callByName, withSingleCall } from "./with-client.js";

interface AuthFlags extends ConnectionFlags {
  readonly yes?: true;
}

/** Which credentials a code is requested with, and by which operation. */
interface Way {
  readonly name: "request" | "sso";
  readonly about: string;
  readonly operation: "requestAuthCode" | "requestAuthCodeSSO";
  /** Undefined for credentials of another kind. */
  argumentsOf(credentials: Credentials): object | undefined;
  readonly needs: string;
}

const WAYS: readonly Way[] = [
  {
    name: "request",
    about: "request a new auth code with e-mail address and password",
    operation: "requestAuthCode",
    argumentsOf: ({ email, password }) => (email === undefined ? undefined : { sEmail: email, sPassword: password }),
    needs: "an e-mail address and a password",
  },
  {
    name: "sso",
    about: "request a new auth code by single sign-on",
    operation: "requestAuthCodeSSO",
    argumentsOf: ({ ssoId, ssoPassword, companyId }) =>
      ssoId === undefined ? undefined : { sSSOID: ssoId, sPassword: ssoPassword, sCompany: String(companyId) },
    needs: "a single sign-on id, its password and the company's number (RESCUE_SSO_ID, …)",
  },
];

const WARNING = "A new auth code replaces the one before it: whatever uses that stops working.";

/** `rescue auth request` and `rescue auth sso` */
export function addAuthCommand(program: Command): void {
  const auth = program.command("auth").description("request an auth code, which is printed and stored nowhere");
  for (const way of WAYS) {
    withExamples(withConnectionOptions(auth.command(way.name)), `auth ${way.name}`)
      .description(`${way.about}. ${WARNING}`)
      .option("--yes", "do not ask whether the code may be replaced")
      .action((flags: AuthFlags) => request(way, flags));
  }
}

async function request({ operation, argumentsOf, needs }: Way, flags: AuthFlags): Promise<void> {
  const sources = processSources(flags.credentialCommand);
  const credentials = await askCredentials(sources);
  const args = argumentsOf(credentials);
  if (!args) throw new UsageError(`these credentials are of another kind: this command needs ${needs}`);
  await output.problem(`rescue: ${WARNING}`);
  if (!flags.yes && !(await confirm(sources, "Request a new code? [y/N] "))) {
    throw new UsageError("nothing was requested");
  }
  // A single sign-on makes no login that a jar could keep.
  const { jar, ...others } = flags;
  const kept = jar === undefined || credentials.ssoId !== undefined ? others : flags;
  await withSingleCall(kept, { operation, credentials }, async (client) => {
    const answer: { readonly sAuthCode?: unknown } = await callByName(client, operation, args);
    if (typeof answer.sAuthCode !== "string" || answer.sAuthCode === "") {
      throw new ProtocolError("the answer holds no auth code", { operation });
    }
    await output.line(answer.sAuthCode);
  });
}
