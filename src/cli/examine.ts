import type { RescueClient } from "../client/rescue-client.js";
import { RescueError } from "../errors/rescue-error.js";
import { EXIT, type ExitCode, exitCodeOf } from "./exit-codes.js";

/** One line of the doctor's report. */
export interface Finding {
  readonly check: "contract" | "login" | "getAccount" | "drift" | "logout";
  readonly ok: boolean;
  /** What came, or what went wrong and what to do. */
  readonly message: string;
}

/**
 * Looks whether the service can be used as configured, changing nothing on it: logs in, reads the account where the
 * contract has that, and logs out. Reports the operations that the contract leaves out, and what replies hold that it
 * does not know (the service has grown: regenerate).
 *
 * @param hasLogin false where an auth code is all there is.
 * @returns the exit code of each check. Drift and operations left out are reported and are no failures.
 */
export async function examine(
  client: Pick<RescueClient, "login" | "logout" | "operations" | "on" | "leftOut">,
  hasLogin: boolean,
  report: (finding: Finding) => void,
): Promise<ExitCode[]> {
  const off = client.on("drift", ({ operation, path }) => {
    report({ check: "drift", ok: true, message: `${operation} answers ${path}, which the contract does not know` });
  });
  const codes: ExitCode[] = [];
  const check = async (name: Finding["check"], work: () => Promise<string>): Promise<void> => {
    if (codes.some((code) => code !== EXIT.ok)) return;
    try {
      report({ check: name, ok: true, message: await work() });
      codes.push(EXIT.ok);
    } catch (error) {
      if (!(error instanceof RescueError)) throw error;
      report({ check: name, ok: false, message: error.message });
      codes.push(exitCodeOf(error));
    }
  };
  for (const [name, { reason, place }] of Object.entries(client.leftOut)) {
    report({ check: "contract", ok: true, message: `${name} is left out and cannot be called (${place}: ${reason})` });
  }
  try {
    if (hasLogin) await check("login", async () => (await client.login()).literal);
    const { getAccount } = client.operations as { readonly getAccount?: () => Promise<object> };
    if (getAccount && !Object.hasOwn(client.leftOut, "getAccount"))
      await check("getAccount", async () => Object.keys(await getAccount()).join(", "));
    if (hasLogin) await check("logout", async () => (await client.logout())?.literal ?? "no login");
  } finally {
    off();
  }
  return codes;
}
