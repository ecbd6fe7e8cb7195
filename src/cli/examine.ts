import type { RescueClient } from "../client/rescue-client.js";
import { RescueError } from "../errors/rescue-error.js";
import { EXIT, type ExitCode, exitCodeOf } from "./exit-codes.js";

/** One line of the doctor's report. */
export interface CheckResult {
  readonly check: "contract" | "login" | "getAccount" | "drift" | "logout";
  readonly ok: boolean;
  /** The result, or what went wrong and what to do. */
  readonly message: string;
}

/**
 * Checks whether the service can be used as configured, without changing anything on it: logs in, reads the account if
 * the contract has that operation, and logs out. Reports the operations that the contract leaves out, and elements of
 * replies that it does not know (the service has added something: regenerate). Stops after a failed check, or when a
 * result cannot be written.
 *
 * @param hasLogin false when only an auth code is configured.
 * @param report resolves with false when the result could not be written.
 * @returns the exit code of each check. Drift and operations left out are reported, but are not failures.
 */
export async function examine(
  client: Pick<RescueClient, "login" | "logout" | "operations" | "on" | "leftOut">,
  hasLogin: boolean,
  report: (result: CheckResult) => Promise<boolean>,
): Promise<ExitCode[]> {
  const codes: ExitCode[] = [];
  const drift: string[] = [];
  const off = client.on("drift", ({ operation, path }) => {
    drift.push(`${operation} answers ${path}, which the contract does not know`);
  });
  let goesOn = true;
  const print = async (result: CheckResult) => {
    const isWritten = await report(result);
    goesOn &&= isWritten && result.ok;
  };
  const check = async (name: CheckResult["check"], work: () => Promise<string>): Promise<void> => {
    if (!goesOn) return;
    const [result, code] = await outcomeOf(name, work);
    codes.push(code);
    for (const message of drift.splice(0)) await print({ check: "drift", ok: true, message });
    await print(result);
  };
  for (const [name, { reason, place }] of Object.entries(client.leftOut)) {
    await print({
      check: "contract",
      ok: true,
      message: `${name} is left out and cannot be called (${place}: ${reason})`,
    });
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

async function outcomeOf(check: CheckResult["check"], work: () => Promise<string>): Promise<[CheckResult, ExitCode]> {
  try {
    return [{ check, ok: true, message: await work() }, EXIT.ok];
  } catch (error) {
    if (!(error instanceof RescueError)) throw error;
    return [{ check, ok: false, message: error.message }, exitCodeOf(error)];
  }
}
