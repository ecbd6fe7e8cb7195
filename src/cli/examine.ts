import type { RescueClient } from "../client/rescue-client.js";
import { RescueError } from "../errors/rescue-error.js";
import { EXIT, type ExitCode, exitCodeOf } from "./exit-codes.js";

/** One line of the doctor's report. */
export interface Finding {
  readonly check: "login" | "getAccount" | "drift" | "logout";
  readonly ok: boolean;
  /** What came, or what went wrong and what to do. */
  readonly message: string;
}

/**
 * Looks whether the service can be used as configured, changing nothing on it: logs in, reads the account where the WSDL has that, logs out,
 * and tells what its replies hold that the contract does not know (it has grown: regenerate).
 *
 * @param hasLogin false where an auth code is all there is.
 * @returns the exit code of each check. Drift is told and is no failure.
 */
export async function examine(
  client: Pick<RescueClient, "login" | "logout" | "operations" | "on">,
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
  try {
    if (hasLogin) await check("login", async () => (await client.login()).literal);
    const { getAccount } = client.operations as { readonly getAccount?: () => Promise<object> };
    if (getAccount) await check("getAccount", async () => Object.keys(await getAccount()).join(", "));
    if (hasLogin) await check("logout", async () => (await client.logout())?.literal ?? "no login");
  } finally {
    off();
  }
  return codes;
}
