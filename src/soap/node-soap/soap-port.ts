import type { Client, IHttpClient, IOptions, WSDL } from "soap";
import { type Contract, lookUp } from "../contract/contract.js";
import type { SoapVersion } from "../contract/soap-version.js";
import type { HttpReply } from "../http/http-transport.js";
import { type EncodedFields, writeMessage } from "../message/encode.js";
import { nodeSoapContract, nodeSoapNames } from "./node-soap-contract.js";
import { renderOnePortWsdl } from "./one-port-wsdl.js";

/** What node-soap asks to be put on the wire. It holds secrets. */
export interface SoapMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly xml: string;
}

/** The part of the generated stubs that this boundary needs: what wsdl-tsclient writes into `client.ts`. */
export interface SoapStubs {
  createClientAsync(url: string, options: IOptions, endpoint?: string): Promise<Client>;
}

/** The options of one call, which node-soap hands to the hook that sends it. */
interface CallOptions {
  /** Spares node-soap the making of a random one for events that nobody listens to. */
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
 * as it is, so that node-soap does not read it. What belongs to one call travels in that call's own options, never on the
 * client: its `last…` fields are another call's as soon as two run at once.
 */
export class SoapPort {
  readonly #contract: Contract;
  readonly #client: Client;
  readonly #names: ReadonlyMap<string, string>;

  private constructor(contract: Contract, client: Client) {
    this.#contract = contract;
    this.#client = client;
    this.#names = nodeSoapNames(contract).operations;
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
   * Calls `operation` with arguments that are encoded already. node-soap puts the envelope around the message; the
   * message itself is not left to it, as it takes fields called `attributes` or `_xml` for instructions.
   *
   * @param send sends the envelope.
   * @returns the reply that `send` resolved with, unread.
   * @throws what `send` throws, unchanged.
   */
  async invoke(
    operation: string,
    args: EncodedFields,
    send: (message: SoapMessage) => Promise<HttpReply>,
  ): Promise<HttpReply> {
    const methods = this.#client as unknown as Record<string, SoapMethod | undefined>;
    const method = methods[`${this.#names.get(operation)}Async`];
    const described = lookUp(this.#contract.operations, operation);
    if (!method || !described) throw new TypeError(`the stubs have no operation ${operation}`);
    const message = { _xml: writeMessage(this.#contract, described.request, args) };
    try {
      const [reply] = await method.call(this.#client, message, { send, exchangeId: "-" });
      return reply;
    } finally {
      // node-soap keeps the last message for debugging: that is a password for as long as no other call is made.
      const kept = this.#client as { lastMessage?: unknown; lastRequest?: unknown; lastResponse?: unknown };
      kept.lastMessage = kept.lastRequest = kept.lastResponse = undefined;
    }
  }
}

type SoapMethod = (message: { readonly _xml: string }, options: CallOptions) => Promise<[HttpReply, ...unknown[]]>;
type Callback = (error: unknown, response?: { status: number; headers: object }, body?: HttpReply) => void;

const httpClient = {
  request(_url: string, xml: string, callback: Callback, headers: Record<string, string>, options: unknown) {
    const { send } = options as CallOptions;
    // Any status but this one, and any header, would be node-soap's to judge.
    send({ headers, xml }).then((reply) => callback(null, { status: 200, headers: {} }, reply), callback);
  },
} as unknown as IHttpClient;

function loadDocument(contract: Contract, version: SoapVersion): Promise<WSDL> {
  const versions = documents.get(contract) ?? new Map<SoapVersion, Promise<WSDL>>();
  documents.set(contract, versions);
  const document = versions.get(version) ?? parseDocument(contract);
  versions.set(version, document);
  return document;
}

async function parseDocument(contract: Contract): Promise<WSDL> {
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
