import type { Client, IHttpClient, IOptions, WSDL } from "soap";
import type { Contract } from "../contract/contract.js";
import type { SoapVersion } from "../contract/soap-version.js";
import type { HttpReply } from "../http/http-transport.js";
import { nodeSoapContract, nodeSoapNames } from "./node-soap-contract.js";
import { renderOnePortWsdl } from "./one-port-wsdl.js";

/** What node-soap sends. It holds secrets. */
export interface SoapMessage {
  readonly headers: Readonly<Record<string, string>>;
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

// One parsed WSDL for each contract and version: clients of one version set the same options on it, and only those.
const documents = new WeakMap<Contract, Map<SoapVersion, Promise<WSDL>>>();

/**
 * A port of the service, called by node-soap through the generated stubs.
 *
 * Three hooks of node-soap are used, all of them options or public methods: `wsdlCache` gives it a private WSDL that is
 * rendered from the contract, `httpClient` sends the message, and `xmlToObject` of that private WSDL returns the reply
 * as it is, so that node-soap does not read it. What belongs to one call travels in that call's own options, never on
 * the client: its `last…` fields are another call's as soon as two run at once.
 */
export class SoapPort {
  readonly #client: Client;
  /** The client's methods, by the names of the contract's operations. */
  readonly #methods: ReadonlyMap<string, SoapMethod>;

  private constructor(contract: Contract, client: Client) {
    this.#client = client;
    const methods = client as unknown as Record<string, SoapMethod | undefined>;
    this.#methods = new Map(
      [...nodeSoapNames(contract).operations].flatMap(([operation, name]) => {
        const method = methods[`${name}Async`];
        return method ? [[operation, method]] : [];
      }),
    );
  }

  static async open(
    contract: Contract,
    version: SoapVersion,
    endpoint: string,
    loadStubs: () => Promise<SoapStubs>,
  ): Promise<SoapPort> {
    const [stubs, wsdl] = await Promise.all([loadStubs(), loadDocument(contract, version)]);
    const client = await stubs.createClientAsync("contract", {
      wsdlCache: { has: () => true, get: () => wsdl, set: () => {} },
      endpoint,
      httpClient,
      forceSoap12Headers: version === "1.2",
    });
    return new SoapPort(contract, client);
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
    const method = this.#methods.get(operation);
    if (!method) throw new TypeError(`the stubs have no operation ${operation}`);
    try {
      const [reply] = await method.call(this.#client, { _xml: message }, { send, exchangeId: "-" });
      return reply;
    } finally {
      // node-soap keeps the last message for debugging: that is a password for as long as no other call is made.
      const kept = this.#client as { lastMessage?: unknown; lastRequest?: unknown; lastResponse?: unknown };
      kept.lastMessage = kept.lastRequest = kept.lastResponse = undefined;
    }
  }
}

type SoapMethod = (message: { readonly _xml: string }, options: SendOptions) => Promise<[HttpReply, ...unknown[]]>;
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

function loadDocument(contract: Contract, version: SoapVersion): Promise<WSDL> {
  const versions = documents.get(contract) ?? new Map<SoapVersion, Promise<WSDL>>();
  documents.set(contract, versions);
  const document = versions.get(version) ?? parseOnePortWsdl(contract);
  versions.set(version, document);
  return document;
}

async function parseOnePortWsdl(contract: Contract): Promise<WSDL> {
  const soap = await import("soap");
  const text = renderOnePortWsdl(nodeSoapContract(contract));
  const document = await new Promise<WSDL>((resolve, reject) => {
    const wsdl: WSDL = new soap.WSDL(text, "contract", {});
    wsdl.onReady((error: unknown) => (error ? reject(error) : resolve(wsdl)));
  });
  // A result without a `Body` is passed on to the caller as it is.
  document.xmlToObject = (reply: unknown) => reply;
  return document;
}
