import type { Client, IHttpClient, IOptions, WSDL } from "soap";
import { type Contract, lookUp } from "../contract/contract.js";
import type { SoapVersion } from "../contract/soap-version.js";
import { type EncodedFields, writeMessage } from "../message/encode.js";
import { nodeSoapContract, nodeSoapNames, RESPONSE_ELEMENT } from "./node-soap-contract.js";
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

/** One call, handed through node-soap to the transport hook. */
interface Call {
  /** Spares node-soap the making of a random one for events that nobody hears. */
  readonly exchangeId: string;
  /** Sends the message; gives what reads the reply. */
  exchange(message: SoapMessage): Promise<() => unknown>;
}

/** A reply on its way through node-soap to the decoder hook. */
interface UnreadReply {
  read(): unknown;
}

/** What the decoder made of a reply. It never throws inside node-soap, which would hang the reply onto the error. */
interface Box<Result> {
  readonly result?: Result;
  readonly error?: unknown;
}

// One parsed WSDL for each contract and version: clients of one version set the same options on it, and only those.
const documents = new WeakMap<Contract, Map<SoapVersion, Promise<WSDL>>>();

/**
 * A port of the service, called by node-soap through the generated stubs.
 *
 * Three hooks of node-soap are used, all of them options or public methods: `wsdlCache` gives it a private WSDL that is
 * rendered from the contract, `httpClient` puts the message on our transport, and `xmlToObject` of that private WSDL,
 * to which its client hands every reply, reads it with our strict decoder. What belongs to one call travels in that
 * call's own options, never on the client: its `last…` fields are another call's as soon as two run at once.
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
   * @returns what the reader that `exchange` gave returns. What `exchange` or the reader throw is thrown.
   */
  async call<Result>(
    operation: string,
    args: EncodedFields,
    exchange: (message: SoapMessage) => Promise<() => Result>,
  ): Promise<Result> {
    const methods = this.#client as unknown as Record<string, SoapMethod | undefined>;
    const method = methods[`${this.#names.get(operation)}Async`];
    const described = lookUp(this.#contract.operations, operation);
    if (!method || !described) throw new TypeError(`the stubs have no operation ${operation}`);
    const message = { _xml: writeMessage(this.#contract, described.request, args) };
    try {
      const [box] = await method.call(this.#client, message, { exchange, exchangeId: "-" });
      const { result, error } = box as Box<Result>;
      if (error !== undefined) throw error;
      return result as Result;
    } finally {
      // node-soap keeps the last message for debugging: that is a password for as long as no other call is made.
      const kept = this.#client as { lastMessage?: unknown; lastRequest?: unknown; lastResponse?: unknown };
      kept.lastMessage = kept.lastRequest = kept.lastResponse = undefined;
    }
  }
}

type SoapMethod = (message: { readonly _xml: string }, call: Call) => Promise<unknown[]>;
type Callback = (error: unknown, response?: { status: number; headers: object }, body?: UnreadReply) => void;

const httpClient = {
  request(_url: string, xml: string, callback: Callback, headers: Record<string, string>, options: unknown) {
    const { exchange } = options as Call;
    exchange({ headers, xml }).then(
      (read) => callback(null, { status: 200, headers: {} }, { read }),
      (error: unknown) => callback(error),
    );
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
  document.xmlToObject = (reply: unknown) => {
    const { read } = reply as UnreadReply;
    return { Body: { [RESPONSE_ELEMENT]: open(read) } };
  };
  return document;
}

function open(read: () => unknown): Box<unknown> {
  try {
    return { result: read() };
  } catch (error) {
    return { error };
  }
}
