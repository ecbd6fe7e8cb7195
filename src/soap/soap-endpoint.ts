import { ProtocolError } from "../errors/protocol-error.js";
import { SoapFaultError } from "../errors/soap-fault-error.js";
import { ACCEPTED_ENCODINGS } from "./content-encoding.js";
import type { Contract, ContractOperation } from "./contract.js";
import type { Cookies } from "./cookies.js";
import type { Deadline } from "./deadline.js";
import type { DecodedFields } from "./decode-plan.js";
import { decodeReply, type Reply, ReplyDecodeError } from "./decode-reply.js";
import type { EncodedFields } from "./encode.js";
import type { HttpReply, HttpTransport } from "./http-transport.js";
import { replyText } from "./reply-text.js";
import { SoapPort, type SoapStubs } from "./soap-port.js";
import type { SoapVersion } from "./soap-version.js";

export interface SoapEndpointOptions {
  readonly contract: Contract;
  readonly address: URL;
  readonly version: SoapVersion;
  readonly transport: HttpTransport;
  /** Loads the generated stubs, and with them node-soap: on the first call, not before. */
  readonly loadStubs: () => Promise<SoapStubs>;
  readonly userAgent: string;
}

/** One call to be put on the wire. */
export interface SoapCall {
  readonly name: string;
  readonly operation: ContractOperation;
  readonly args: EncodedFields;
  /** The jar of the login that the call belongs to; absent for calls without one. */
  readonly cookies?: Cookies | undefined;
  /** A response element whose literal the caller judges. */
  readonly openElement?: string | undefined;
}

/** What a call brought: the response's elements, and names in it that the contract does not know. */
export interface SoapAnswer {
  readonly response: DecodedFields;
  readonly drift: readonly string[];
}

/** The service at one address: sends one request for a call and gives its decoded answer. Knows no Rescue. */
export class SoapEndpoint {
  readonly #options: SoapEndpointOptions;
  #opening: Promise<SoapPort> | undefined;
  #port: SoapPort | undefined;

  constructor(options: SoapEndpointOptions) {
    this.#options = options;
  }

  get address(): URL {
    return this.#options.address;
  }

  /**
   * @throws {SoapFaultError} when the answer is a fault.
   * @throws {ProtocolError} when something else than the SOAP answer to this call came.
   * @throws {ConnectionError | DeadlineError | AbortedError} with the outcome known at that moment.
   */
  async call(call: SoapCall, deadline: Deadline): Promise<SoapAnswer> {
    const { contract, address, version, transport, loadStubs, userAgent } = this.#options;
    if (!this.#port) {
      this.#opening ??= SoapPort.open(contract, version, address.href, loadStubs);
      this.#port = await deadline.race(this.#opening);
    }
    const cookie = await call.cookies?.header(address);
    const reply = await this.#port.call(call.name, call.args, async ({ headers, xml }) => {
      const http = await transport.send(
        {
          operation: call.name,
          method: "POST",
          url: address,
          headers: {
            ...headers,
            "User-Agent": userAgent,
            "Accept-Encoding": ACCEPTED_ENCODINGS,
            ...(cookie ? { Cookie: cookie } : {}),
          },
          body: xml,
        },
        deadline,
      );
      await call.cookies?.store(address, http.headers["set-cookie"]);
      return () => this.#read(call, http);
    });
    if (reply.fault) throw new SoapFaultError(call.name, reply.fault);
    return { response: reply.response ?? {}, drift: reply.drift };
  }

  close(): void {
    this.#options.transport.close();
  }

  #read(call: SoapCall, http: HttpReply): Reply {
    const { contract, version } = this.#options;
    const text = replyText(call.name, version, http);
    const details = { operation: call.name, status: http.status };
    let reply: Reply;
    try {
      const { operation, openElement } = call;
      reply = decodeReply(text, { contract, operation, version, openElement });
    } catch (error) {
      if (error instanceof ReplyDecodeError) throw new ProtocolError(error.message, details);
      throw error;
    }
    if (http.status !== 200 && reply.response) throw new ProtocolError(`HTTP ${http.status} without a fault`, details);
    return reply;
  }
}
