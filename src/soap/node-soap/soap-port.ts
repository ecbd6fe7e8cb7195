import type { Client, IHttpClient, IOptions, WSDL } from "soap";
import type { Contract } from "../contract/contract.js";
import type { SoapVersion } from "../contract/soap-version.js";
import type { HttpReply } from "../http/http-transport.js";
import { oneOperation } from "./node-soap-contract.js";
import { renderOnePortWsdl } from "./one-port-wsdl.js";

/** What node-soap sends. It holds secrets. */
export interface SoapMessage {
  /** Made for this message: the sender adds its own. */
  readonly headers: Record<string, string>;
  readonly xml: string;
}

/** The part of the generated stubs that this module needs: what wsdl-tsclient writes into `client.ts`. */
export interface SoapStubs {
  createClientAsync(url: string, options: IOptions, endpoint?: string): Promise<Client>;
}

/** The options of one call, which node-soap hands to the hook that sends it. */
interface SendOptions {
  /** Otherwise node-soap makes a random one for each call, for events without listeners. */
  readonly exchangeId: string;
  send(message: SoapMessage): Promise<HttpReply>;
}

type SoapMethod = (message: { readonly _xml: string }, options: SendOptions) => Promise<[HttpReply, ...unknown[]]>;
type WsdlReader = typeof import("soap/lib/wsdl/index.js");

/** A client of node-soap that knows one operation, and its method. */
interface OpenOperation {
  readonly client: Client;
  readonly method: SoapMethod;
}

// One parsed WSDL for each contract, version and operation: clients of one version set the same options on it, and only
// those.
const documents = new WeakMap<Contract, Map<string, Promise<WSDL>>>();

/**
 * A port of the service, called by node-soap through the generated stubs.
 *
 * Three hooks of node-soap are used, all of them options or public methods: `wsdlCache` gives it a private WSDL that is
 * rendered from the contract, `httpClient` sends the message, and `xmlToObject` of that private WSDL returns the reply
 * as it is, so that node-soap does not read it. What belongs to one call travels in that call's own options, never on
 * the client: its `last…` fields are another call's as soon as two run at once.
 *
 * That WSDL holds one operation, the one that is called: a program that closes sessions does not wait until node-soap
 * has read fifty others.
 */
export class SoapPort {
  readonly #contract: Contract;
  readonly #version: SoapVersion;
  readonly #endpoint: string;
  readonly #stubs: SoapStubs;
  readonly #reader: WsdlReader;
  /** The operations that have been called, by the contract's names. */
  readonly #operations = new Map<string, OpenOperation>();

  private constructor(
    contract: Contract,
    version: SoapVersion,
    endpoint: string,
    stubs: SoapStubs,
    reader: WsdlReader,
  ) {
    this.#contract = contract;
    this.#version = version;
    this.#endpoint = endpoint;
    this.#stubs = stubs;
    this.#reader = reader;
  }

  /** Loads node-soap: the stubs with its client, and its reader of WSDLs. */
  static async open(
    contract: Contract,
    version: SoapVersion,
    endpoint: string,
    loadStubs: () => Promise<SoapStubs>,
  ): Promise<SoapPort> {
    const [stubs, reader] = await Promise.all([loadStubs(), import("soap/lib/wsdl/index.js")]);
    return new SoapPort(contract, version, endpoint, stubs, reader);
  }

  /**
   * Calls `operation` with a message that is written already. node-soap puts the envelope around it; the message itself
   * is not left to it, as it takes fields called `attributes` or `_xml` for instructions.
   *
   * @param send sends the envelope.
   * @returns the reply that `send` resolved with, unread.
   * @throws what `send` throws, unchanged.
   */
  async invoke(
    operation: string,
    message: string,
    send: (message: SoapMessage) => Promise<HttpReply>,
  ): Promise<HttpReply> {
    const { client, method } = this.#operations.get(operation) ?? (await this.#openOperation(operation));
    try {
      const [reply] = await method.call(client, { _xml: message }, { send, exchangeId: "-" });
      return reply;
    } finally {
      // node-soap keeps the last message for debugging: that is a password for as long as no other call is made.
      const kept = client as { lastMessage?: unknown; lastRequest?: unknown; lastResponse?: unknown };
      kept.lastMessage = kept.lastRequest = kept.lastResponse = undefined;
    }
  }

  async #openOperation(operation: string): Promise<OpenOperation> {
    const { name, contract } = oneOperation(this.#contract, operation);
    const wsdl = await this.#document(operation, contract);
    const client = await this.#stubs.createClientAsync("contract", {
      wsdlCache: { has: () => true, get: () => wsdl, set: () => {} },
      endpoint: this.#endpoint,
      httpClient,
      forceSoap12Headers: this.#version === "1.2",
    });
    const opened = { client, method: client[`${name}Async`] as SoapMethod };
    this.#operations.set(operation, opened);
    return opened;
  }

  #document(operation: string, contract: Contract): Promise<WSDL> {
    const parsed = documents.get(this.#contract) ?? new Map<string, Promise<WSDL>>();
    documents.set(this.#contract, parsed);
    const key = `${this.#version} ${operation}`;
    const document = parsed.get(key) ?? parseOnePortWsdl(this.#reader, contract);
    parsed.set(key, document);
    return document;
  }
}

type Callback = (error: unknown, response?: { status: number; headers: object }, body?: HttpReply) => void;

const httpClient = {
  async request(_url: string, xml: string, callback: Callback, headers: Record<string, string>, options: unknown) {
    let reply: HttpReply;
    try {
      reply = await (options as SendOptions).send({ headers, xml });
    } catch (error) {
      callback(error);
      return;
    }
    // node-soap would interpret another status, and headers.
    callback(null, { status: 200, headers: {} }, reply);
  },
} as unknown as IHttpClient;

async function parseOnePortWsdl(reader: WsdlReader, contract: Contract): Promise<WSDL> {
  const document = await new Promise<WSDL>((resolve, reject) => {
    const wsdl: WSDL = new reader.WSDL(renderOnePortWsdl(contract), "contract", {});
    wsdl.onReady((error: unknown) => (error ? reject(error) : resolve(wsdl)));
  });
  // A result without a `Body` is passed on to the caller as it is.
  document.xmlToObject = (reply: unknown) => reply;
  return document;
}
