import { callerText, operationsWithoutRow, WITHOUT_ROW } from "../client/operations/operation-table.js";
import type { CallOptions } from "../client/options/options.js";
import type { RescueClient } from "../client/rescue-client.js";
import { RescueError } from "../errors/rescue-error.js";
import { accountText, type CallerAccount, mayClose } from "./account-text.js";
import { EXIT, type ExitCode, exitCodeOf } from "./exit-codes.js";

/** One line of the doctor's report. */
export interface CheckResult {
  readonly check: "endpoint" | "proxy" | "contract" | "login" | "getAccount" | "drift" | "logout" | "closing";
  readonly ok: boolean;
  /** The result, or what went wrong and what to do. */
  readonly message: string;
}

type Read<T> = (args: object, options: CallOptions) => Promise<T>;

/** What a doctor needs to know of the way to the service. */
export interface ServiceRoute {
  /** False when only an auth code is configured. */
  readonly hasLogin: boolean;
  /** True where logging in requests a new auth code, as a single sign-on does. */
  readonly replacesCode: boolean;
  /** False where the login is left for other runs. */
  readonly logsOut: boolean;
  /** Host and port; undefined for a direct connection. */
  readonly proxy: string | undefined;
}

/**
 * Checks whether the service can be used as configured, without changing anything on it but the auth code of a single sign-on: logs in, reads the account if
 * the contract has that operation, and logs out. Reports where calls go, who is calling and whether this caller may
 * close sessions; the operations that the contract leaves out, and those that the table of operations does not have; and
 * elements of replies that the contract does not know (the service has added something: regenerate). Stops after a
 * failed check, or when a result cannot be written.
 *
 * @param report resolves with false when the result could not be written.
 * @param options of each call: a signal ends the examination with the call in progress.
 * @returns the exit code of each check. Drift and operations left out are reported, but are not failures.
 */
export async function examine(
  client: Pick<RescueClient, "endpoint" | "login" | "logout" | "operations" | "on" | "leftOut">,
  { hasLogin, replacesCode, logsOut, proxy }: ServiceRoute,
  report: (result: CheckResult) => Promise<boolean>,
  options: CallOptions = {},
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
  await print({ check: "endpoint", ok: true, message: client.endpoint });
  await print({ check: "proxy", ok: true, message: proxy ?? "none" });
  for (const [name, { reason, place }] of Object.entries(client.leftOut)) {
    await print({
      check: "contract",
      ok: true,
      message: `${name} is left out and cannot be called (${place}: ${reason})`,
    });
  }
  let account: CallerAccount = {};
  for (const name of operationsWithoutRow(Object.keys(client.operations))) {
    if (!Object.hasOwn(client.leftOut, name))
      await print({ check: "contract", ok: true, message: `${name}: ${WITHOUT_ROW}` });
  }
  try {
    if (hasLogin) {
      await check("login", async () => {
        const { literal } = await client.login(options);
        if (replacesCode) return `${literal}: a new auth code, which has replaced the one before it`;
        return literal || "the login in the jar";
      });
    }
    const { getAccount } = client.operations as { readonly getAccount?: Read<CallerAccount> };
    if (getAccount && !Object.hasOwn(client.leftOut, "getAccount")) {
      await check("getAccount", async () => {
        account = await getAccount({}, options);
        return accountText(account);
      });
    }
    if (hasLogin && logsOut) await check("logout", async () => (await client.logout(options))?.literal ?? "no login");
  } finally {
    off();
  }
  if (goesOn && mayClose(account) !== undefined) {
    const [result, code] = closing(mayClose(account) === true);
    codes.push(code);
    await print(result);
  }
  return codes;
}

function closing(allowed: boolean): [CheckResult, ExitCode] {
  if (allowed)
    return [{ check: "closing", ok: true, message: `sessions can be closed: ${callerText("closeSession")}` }, EXIT.ok];
  const message =
    `sessions cannot be closed: closeSession needs ${callerText("closeSession")}, and this caller is none (iAdminID is 0). Use the ` +
    "credentials of a user with the administrator role";
  return [{ check: "closing", ok: false, message }, EXIT.refused];
}

async function outcomeOf(check: CheckResult["check"], work: () => Promise<string>): Promise<[CheckResult, ExitCode]> {
  try {
    return [{ check, ok: true, message: await work() }, EXIT.ok];
  } catch (error) {
    if (!(error instanceof RescueError)) throw error;
    return [{ check, ok: false, message: error.message }, exitCodeOf(error)];
  }
}
