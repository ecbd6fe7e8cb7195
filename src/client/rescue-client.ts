import type { CookieJar } from "tough-cookie";
import { contract } from "../../generated/contract.js";
import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import { Cookies } from "../soap/cookies.js";
import { endpointAddress } from "../soap/endpoint-address.js";
import { HttpTransport } from "../soap/http-transport.js";
import { SoapEndpoint } from "../soap/soap-endpoint.js";
import type { SoapStubs } from "../soap/soap-port.js";
import { VERSION } from "../version.js";
import { CallSequence } from "./call-sequence.js";
import { checkCredentials } from "./credentials.js";
import type { Operations } from "./operations.js";
import {
  type CallOptions,
  checkOptions,
  DEFAULT_MAX_REPLY_BYTES,
  DEFAULT_TIMEOUT,
  type RescueClientOptions,
} from "./options.js";

/** A support session that has been closed. */
export interface ClosedSession {
  readonly session: number;
  readonly code: "OK";
  /** The literal of the service, such as `closeSessionRet_OK`. */
  readonly literal: string;
}

/** A login made or ended. */
export interface LoginResult {
  readonly code: "OK";
  /** The literal of the service, such as `login_OK`. */
  readonly literal: string;
}

/**
 * A client of the Rescue web service: one user, one login. Keep one for many calls; the service allows ten logins in
 * three minutes. Nothing is sent before the first call.
 *
 * @example
 * const rescue = new RescueClient({ credentials: { email, password } });
 * await rescue.closeSession(12345678);
 * await rescue.logout();
 */
export class RescueClient implements AsyncDisposable {
  /** Every operation of the WSDL, by the vendor's names. */
  readonly operations: Operations;
  readonly #endpoint: SoapEndpoint;
  readonly #sequence: CallSequence;

  /** @throws {InvalidArgumentError} for an option that is wrong or unknown. */
  constructor(options: RescueClientOptions) {
    checkOptions(options);
    const credentials = checkCredentials(options.credentials);
    this.#endpoint = new SoapEndpoint({
      contract,
      address: endpointAddress(options.endpoint ?? contract.address),
      version: options.soap ?? "1.1",
      transport: new HttpTransport({
        agent: options.agent,
        maxReplyBytes: options.maxReplyBytes ?? DEFAULT_MAX_REPLY_BYTES,
      }),
      loadStubs,
      userAgent: `rescue-soap-client/${VERSION}`,
    });
    this.#sequence = new CallSequence({
      contract,
      endpoint: this.#endpoint,
      credentials,
      loadCookies: credentials.login || options.jar ? () => openJar(options.jar) : undefined,
      timeout: options.timeout ?? DEFAULT_TIMEOUT,
      signals: [options.signal],
    });
    this.operations = callable(this.#sequence);
  }

  /** The address that is called. */
  get endpoint(): string {
    return this.#endpoint.address.href;
  }

  /**
   * Closes a support session. Needs an administrator.
   *
   * @param session the session's id, from 1 to 2147483647.
   * @throws {InvalidArgumentError} before anything is sent, when the id is no such number.
   * @throws {NotAuthenticatedError} wrong credentials, user deleted or disabled, not an administrator.
   * @throws {RescueResultError} ActionFailed, InvalidParam_Session, Error, or a literal nobody knows.
   * @throws {OutcomeUnknownError} when it was sent and no trustworthy answer came.
   * @throws {RescueError} for the rest: `outcome` tells what is known.
   */
  async closeSession(session: number, options?: CallOptions): Promise<ClosedSession> {
    if (!isSessionId(session)) {
      throw new InvalidArgumentError(
        "session",
        "closeSession: session: expected a whole number from 1 to 2147483647",
        "closeSession",
      );
    }
    const { code, literal } = await this.#sequence.call("closeSession", { iSession: session }, options);
    return { session, code, literal };
  }

  /** Logs in now rather than on the first call that needs it. Gives the answer of the login in force, if there is one. */
  async login(options?: CallOptions): Promise<LoginResult> {
    const { code, literal } = await this.#sequence.login(options);
    return { code, literal };
  }

  /**
   * Ends the login on the service. The next call would log in anew. Does nothing where there is no login.
   *
   * @returns undefined where there was none.
   */
  async logout(options?: CallOptions): Promise<LoginResult | undefined> {
    if (!this.#sequence.loggedIn) return undefined;
    const { code, literal } = await this.#sequence.logout(options);
    return { code, literal };
  }

  /** Logs out and closes the connections. A logout that fails is let go: the login ends by itself after 20 minutes. */
  async [Symbol.asyncDispose](): Promise<void> {
    try {
      await this.logout();
    } catch {
      // Disposing must not hide the error that led here.
    } finally {
      this.#endpoint.close();
    }
  }
}

/** True for what may be the id of a support session: a positive xs:int. */
export function isSessionId(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 2_147_483_647;
}

async function openJar(jar: CookieJar | undefined): Promise<Cookies> {
  if (jar) return new Cookies(jar);
  const toughCookie = await import("tough-cookie");
  return new Cookies(new toughCookie.CookieJar());
}

const loadStubs = (): Promise<SoapStubs> => import("../../generated/api/client.js");

function callable(sequence: CallSequence): Operations {
  const operations = Object.keys(contract.operations).map((name) => [
    name,
    async (args?: unknown, options?: CallOptions) => (await sequence.call(name, args, options)).values,
  ]);
  return Object.freeze(Object.fromEntries(operations)) as Operations;
}
