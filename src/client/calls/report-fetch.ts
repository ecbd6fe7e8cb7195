import { createHash } from "node:crypto";
import { RescueError } from "../../errors/rescue-error.js";
import { RescueResultError } from "../../errors/result-error.js";
import type { FetchOptions, ReportRequest, ReportText } from "../../reports/report-request.js";
import { type Contract, lookUp } from "../../soap/contract/contract.js";
import type { Deadline } from "../../soap/http/deadline.js";
import { accountKey } from "../account/account-key.js";
import { ReportAccount } from "../account/report-account.js";
import type { CalledOperation } from "../operations/client-functions.js";
import { type CheckedCredentials, ssoUser } from "../options/credentials.js";
import type { RetryPolicy } from "../options/retry.js";
import type { Events } from "../watch/events.js";
import type { CallSequence } from "./call-sequence.js";
import type { BlockCall } from "./settings-block.js";

export interface ReportFetchParts {
  readonly contract: Contract;
  readonly sequence: CallSequence;
  readonly endpoint: URL;
  readonly credentials: CheckedCredentials;
  readonly retry: RetryPolicy;
  /** Whether reports wait to stay under the service's limit. */
  readonly paced: boolean;
  readonly events: Pick<Events, "emit">;
}

// Each costs a minute.
const MOST_FETCHES = 3;

/**
 * Fetches reports of one account: one after the other, a minute apart where they are paced, each with its settings as
 * one block.
 */
export class ReportFetch {
  readonly #parts: ReportFetchParts;
  readonly #key: string;
  /** A hash of whose reports they are: user and endpoint. */
  readonly account: string;

  constructor(parts: ReportFetchParts) {
    this.#parts = parts;
    const { login, authCode, sso } = parts.credentials;
    // An account is known by who it is; where only its code is known, by a hash of that.
    const code = () =>
      createHash("sha256")
        .update(authCode?.reveal() ?? "")
        .digest("base64");
    const who = accountKey(parts.endpoint, login?.email ?? (sso ? ssoUser(sso) : `code ${code()}`));
    this.account = createHash("sha256").update(who).digest("base64url");
    this.#key = `${parts.paced ? "paced" : "free"} ${who}`;
  }

  async fetch(request: ReportRequest, { timeout, signal, stop, onPaced }: FetchOptions): Promise<ReportText> {
    const { sequence } = this.#parts;
    const options = { ...(timeout === undefined ? {} : { timeout }), ...(signal ? { signal } : {}) };
    const ends = [signal, stop].filter((one) => one !== undefined);
    const patience = sequence.patience("getReport", ends.length > 1 ? AbortSignal.any(ends) : ends[0]);
    try {
      const account = ReportAccount.of(this.#key, performance.now());
      return await account.turns.run(patience, async () => {
        for (let fetches = 1; ; fetches += 1) {
          await this.#pace(account, patience, onPaced);
          try {
            return await sequence.block("getReport", options, (call) =>
              this.#makeReport(account, request, (...args) => {
                // A stop lets the call in progress end, and begins no other.
                patience.check();
                return call(...args);
              }),
            );
          } catch (error) {
            const wait = this.#waitAfter(error, fetches);
            if (wait === undefined || patience.ended) throw error;
            await patience.sleep(wait, "unknown");
          }
        }
      });
    } finally {
      patience.dispose();
    }
  }

  async #pace(account: ReportAccount, patience: Deadline, onPaced?: (milliseconds: number) => void): Promise<void> {
    if (!this.#parts.paced) return;
    const wait = account.wait(performance.now());
    if (wait === 0) return;
    this.#parts.events.emit("paced", { operation: "getReport", milliseconds: wait });
    onPaced?.(wait);
    await patience.sleep(wait, "not-sent");
  }

  async #makeReport(account: ReportAccount, request: ReportRequest, call: BlockCall): Promise<ReportText> {
    const { area, node, ref, begin, end, offset, output, delimiter } = request;
    await call(this.#newest("setReportArea_v2", "setReportArea"), { eReportArea: area });
    await call("setTimeZone", { sTimezone: String(offset) });
    // Before the dates, which replace it: a daily window that somebody has set would be left otherwise.
    await call("setReportTime", { sBeginTime: "00:00:00", sEndTime: "23:59:59" });
    await call("setReportDate_v2", { dBeginDate: begin, dEndDate: end });
    await call("setOutput", { eOutput: output });
    if (output === "TEXT") await call("setDelimiter", { sDelimiter: delimiter });
    const operation = this.#newest("getReport_v2", "getReport");
    try {
      let long: ReportText | undefined;
      const take = (text: Iterable<string>) => {
        long = text;
      };
      const { values } = await call(operation, { iNodeID: node, eNodeRef: ref }, { element: "sReport", take });
      account.count(performance.now());
      return long ?? (typeof values.sReport === "string" ? values.sReport : "");
    } catch (error) {
      const isRefused = error instanceof RescueError && error.outcome === "answered" && !isTooSoon(error);
      const mayCount = !(error instanceof RescueError && error.outcome === "not-sent") && !isRefused;
      if (mayCount) account.count(performance.now());
      throw error;
    }
  }

  /** Milliseconds after which the whole report is to be fetched again, besides the pace; undefined for never. */
  #waitAfter(error: unknown, fetches: number): number | undefined {
    const { paced, retry } = this.#parts;
    if (!(error instanceof RescueError) || fetches >= MOST_FETCHES) return undefined;
    // Somebody else's report: another process or the console counts as well.
    if (isTooSoon(error)) return paced ? 0 : undefined;
    return error.outcome === "unknown" ? retry.delay(error, "settings", fetches) : undefined;
  }

  #newest(...names: readonly [CalledOperation, CalledOperation]): CalledOperation {
    return names.find((name) => lookUp(this.#parts.contract.operations, name)) ?? names[0];
  }
}

/** The word is inferred from the limits of other operations. */
function isTooSoon(error: unknown): boolean {
  return error instanceof RescueResultError && error.code === "PollRateExceeded";
}
