import { ProtocolError } from "../errors/protocol-error.js";
import { RescueError } from "../errors/rescue-error.js";
import { type SoapFault, SoapFaultError } from "../errors/soap-fault-error.js";
import type { Contract, ContractOperation } from "./contract/contract.js";
import type { SoapVersion } from "./contract/soap-version.js";
import { ACCEPTED_ENCODINGS } from "./http/content-encoding.js";
import { type Cookies, cookieValue, LINE_LIMIT } from "./http/cookies.js";
import type { Deadline } from "./http/deadline.js";
import type { HttpReply, HttpTransport } from "./http/http-transport.js";
import { replyText } from "./http/reply-text.js";
import { type EncodedFields, writeMessage } from "./message/encode.js";
import { LongText } from "./message/long-text.js";
import type { DecodedFields } from "./message/message-plan.js";
import { type Reply, ReplyDecodeError } from "./message/reply.js";
import { SoapPort, type SoapStubs } from "./node-soap/soap-port.js";
import type { ExchangeObserver } from "./watch/exchange.js";
import { ExchangeRecord } from "./watch/exchange-record.js";
import type { Redactor } from "./watch/redactor.js";

export interface SoapEndpointOptions {
  readonly contract: Contract;
  readonly address: URL;
  readonly version: SoapVersion;
  readonly transport: HttpTransport;
  /** Loads the generated stubs, and with them node-soap. Called by the first call. */
  readonly loadStubs: () => Promise<SoapStubs>;
  readonly userAgent: string;
  readonly redactor: Redactor;
  readonly observer: ExchangeObserver;
}

/** One call to be sent. */
export interface SoapCall {
  readonly name: string;
  readonly operation: ContractOperation;
  readonly args: EncodedFields;
  /** The jar of the login that the call belongs to; absent for calls without one. */
  readonly cookies?: Cookies | undefined;
  /** A response element that the caller judges: any text is accepted in it. */
  readonly openElement?: string | undefined;
  /** Receives the HTTP reply as it came, which is then not read. */
  readonly unread?: ((reply: HttpReply) => void) | undefined;
  /** Of an answer that may be long. */
  readonly longText?: LongTextReceiver | undefined;
}

/** Receives an element of a response that is too long for one string: its value is empty then. */
export interface LongTextReceiver {
  readonly element: string;
  /** Receives the text, which can be read once. Not called for a short answer. */
  readonly take: (text: Iterable<string>) => void;
}

type Decoder = typeof import("./message/decode-reply.js");

/** Loaded by the first call: node-soap with the stubs, and the XML parser. Importing the package loads neither. */
interface OpenEndpoint {
  readonly port: SoapPort;
  readonly decoder: Decoder;
}

async function open(options: SoapEndpointOptions): Promise<OpenEndpoint> {
  const { contract, version, address, loadStubs } = options;
  const [port, decoder] = await Promise.all([
    SoapPort.open(contract, version, address.href, loadStubs),
    import("./message/decode-reply.js"),
  ]);
  return { port, decoder };
}

/**
 * The service at one address: sends one request for a call and returns its decoded answer. It knows nothing of Rescue.
 */
export class SoapEndpoint {
  readonly #options: SoapEndpointOptions;
  #opening: Promise<OpenEndpoint> | undefined;
  #open: OpenEndpoint | undefined;

  constructor(options: SoapEndpointOptions) {
    this.#options = options;
  }

  get address(): URL {
    return this.#options.address;
  }

  /**
   * Sends one request.
   *
   * @returns the elements of the response; none where `unread` takes the reply.
   *
   * @throws {SoapFaultError} when the answer is a fault.
   * @throws {ProtocolError} when something other than the SOAP answer to this call was received.
   * @throws {ConnectionError | DeadlineError | AbortedError} with the outcome known at that moment.
   */
  async exchange(call: SoapCall, deadline: Deadline): Promise<DecodedFields> {
    const { contract, address, transport, userAgent, version, observer, redactor } = this.#options;
    if (!this.#open) {
      this.#opening ??= open(this.#options).catch((error: unknown) => {
        // The next call tries again.
        this.#opening = undefined;
        throw error;
      });
      this.#open = await deadline.race(this.#opening);
    }
    const { port, decoder } = this.#open;
    const { exchanges, bodies } = observer.wants();
    const record = exchanges
      ? new ExchangeRecord({ operation: call.name, version, bodies, observer, redactor })
      : undefined;
    try {
      const cookie = call.cookies && (await deadline.race(call.cookies.header(address)));
      const message = writeMessage(contract, call.operation.request, call.args);
      const http = await port.invoke(call.name, message, ({ headers, xml }) => {
        record?.sent(xml);
        const own = { "User-Agent": userAgent, "Accept-Encoding": ACCEPTED_ENCODINGS };
        return transport.send(
          {
            operation: call.name,
            method: "POST",
            url: address,
            headers: { ...headers, ...own, ...(cookie ? { Cookie: cookie } : {}) },
            body: xml,
            inPieces: call.longText !== undefined,
          },
          deadline,
        );
      });
      record?.received(http);
      const cookies = http.headers["set-cookie"];
      if (cookies) await this.#takeCookies(call, cookies, deadline);
      if (call.unread) {
        call.unread(http);
        record?.end("answered");
        return {};
      }
      const { response, fault, drift } = this.#read(call, http, decoder);
      for (const path of drift) observer.drift(call.name, redactor.text(path));
      if (fault) throw new SoapFaultError(call.name, this.#redactFault(fault));
      record?.end("answered");
      return response ?? {};
    } catch (error) {
      if (error instanceof RescueError) record?.end(error.outcome, error.code);
      throw error;
    }
  }

  /** The envelope that a call would send, without secrets. Sends nothing. */
  async envelope({ name, operation, args }: SoapCall): Promise<string> {
    const { contract, redactor } = this.#options;
    const { port } = this.#open ?? (await open(this.#options));
    const message = writeMessage(contract, operation.request, args);
    let envelope = "";
    await port.invoke(name, message, async ({ xml }) => {
      envelope = xml;
      return { status: 0, headers: {}, body: Buffer.alloc(0) };
    });
    return redactor.body(envelope);
  }

  close(): void {
    this.#options.transport.close();
  }

  async #takeCookies(call: SoapCall, lines: readonly string[], deadline: Deadline): Promise<void> {
    const { address, redactor } = this.#options;
    // The reply may also show the cookies that are not kept.
    for (const line of lines.slice(0, LINE_LIMIT)) redactor.addRotating(cookieValue(line));
    await call.cookies?.store(address, lines, deadline);
  }

  #read(call: SoapCall, http: HttpReply, decoder: Decoder): Reply {
    const { contract, version } = this.#options;
    const text = replyText(call.name, version, http);
    const details = { operation: call.name, status: http.status };
    let reply: Reply;
    try {
      const { operation, openElement, longText: receiver } = call;
      const { pieces } = http;
      const longText = receiver && pieces && { ...receiver, text: new LongText(() => pieces.spare()) };
      reply = decoder.decodeReply(text, { contract, operation, version, openElement, longText });
      longText?.take(longText.text.take());
    } catch (error) {
      if (error instanceof ReplyDecodeError) throw new ProtocolError(error.message, details);
      throw error;
    }
    if (http.status !== 200 && reply.response) throw new ProtocolError(`HTTP ${http.status} without a fault`, details);
    return reply;
  }

  #redactFault({ faultCode, faultString, detail }: SoapFault): SoapFault {
    const { redactor } = this.#options;
    const fault = { faultCode: redactor.text(faultCode), faultString: redactor.text(faultString) };
    return detail === undefined ? fault : { ...fault, detail: redactor.body(detail) };
  }
}
