import { basename, dirname } from "node:path";
import type { ConnectionSettings } from "../../soap/http/connection-agent.js";
import type { XmlElement } from "../../soap/message/xml-tree.js";
import { adoptNamespace } from "./adopt-namespace.js";
import type { DocumentStore, StoredDocument } from "./document-store.js";
import { folderStore, readFileCapped } from "./folder-store.js";
import { type ImportReference, importReferences, isSchema } from "./import-references.js";
import { checkOrigin, type ImportedFile, readOrigin, sha256 } from "./origin.js";
import { originStore } from "./origin-store.js";
import { pulledStore } from "./pulled-store.js";
import { MAXIMUM_BYTES, parseBytes, type WsdlDocument } from "./wsdl-document.js";
import { quoteForeign, unreachable, WsdlError, type WsdlPlace } from "./wsdl-error.js";

/** How many documents a WSDL may import. */
export const IMPORT_LIMIT = 20;
/** How many imports may lead from the WSDL to a document. */
export const IMPORT_DEPTH = 5;

export interface LoadOptions {
  /**
   * The WSDL's name in errors, from which the names of its imports are derived: `API.wsdl`, `API.import-1.xsd`, ….
   * @default the last segment of its address, and the names of files
   */
  readonly name?: string | undefined;
  /**
   * The time for all downloads together, in milliseconds.
   * @default 30_000
   */
  readonly timeout?: number | undefined;
  /**
   * The most bytes to accept of all documents together, counted after decompression.
   * @default 33_554_432 (32 MiB)
   */
  readonly maximumBytes?: number | undefined;
  /** How an address is reached. @default as calls reach the service without options */
  readonly connection?: ConnectionSettings | undefined;
}

/** A document and its bytes. */
export interface LoadedDocument extends WsdlDocument {
  readonly bytes: Uint8Array;
}

/** A WSDL and what it imports. */
export interface LoadedWsdl {
  /** The WSDL itself first. */
  readonly documents: readonly [LoadedDocument, ...LoadedDocument[]];
  /** The target of each reference in them, by the documents' names. */
  readonly imports: readonly ImportedFile[];
}

/**
 * Loads a WSDL with its imports and includes, to be read by `readDocuments`. References in a file may point to documents
 * next to it and in folders below, or to those that `origin.json` next to it lists; references at an address, to documents
 * of the same origin. At most 20 documents, at most five imports away.
 *
 * @param address a file, or an https URL (http to this machine).
 * @throws {WsdlError} when a document cannot be loaded or parsed, or a reference points elsewhere; with the place of the
 *   reference.
 */
export async function loadWsdl(address: string, options: LoadOptions = {}): Promise<LoadedWsdl> {
  return new Loader(await storeOf(address, options), options.maximumBytes ?? MAXIMUM_BYTES).load();
}

async function storeOf(address: string, options: LoadOptions): Promise<DocumentStore> {
  if (/^https?:/i.test(address)) {
    if (!URL.canParse(address)) throw unreachable(`${quoteForeign(address)} is not a URL`);
    const url = new URL(address);
    const last = basename(url.pathname).replace(/[^\w.-]/g, "_");
    return originStore(url, options.timeout ?? 30_000, options.name ?? (last || "wsdl"), options.connection);
  }
  if (/^[a-z][a-z0-9+.-]+:/i.test(address)) {
    throw unreachable(`${quoteForeign(address)} is neither a file nor an https URL`);
  }
  const origin = await readOrigin(dirname(address));
  if (!origin?.imports?.some(({ from }) => from === basename(address))) return folderStore(address, options.name);
  await checkOrigin(address, await readFileCapped(address, options.maximumBytes ?? MAXIMUM_BYTES));
  return pulledStore(address, origin.imports, options.name);
}

class Loader {
  readonly #store: DocumentStore;
  readonly #maximumBytes: number;
  readonly #documents: (LoadedDocument & { readonly followed: Set<XmlElement> })[] = [];
  readonly #imports: ImportedFile[] = [];
  readonly #known = new Map<string, LoadedDocument>();
  #bytes = 0;

  constructor(store: DocumentStore, maximumBytes: number) {
    this.#store = store;
    this.#maximumBytes = maximumBytes;
  }

  async load(): Promise<LoadedWsdl> {
    const { root } = this.#store;
    const first = await this.#read(root, root.name ?? "wsdl");
    await this.#follow(first, root, 1);
    return { documents: [first, ...this.#documents.slice(1)], imports: this.#imports };
  }

  async #follow(
    document: LoadedDocument & { readonly followed: Set<XmlElement> },
    stored: StoredDocument,
    depth: number,
  ): Promise<void> {
    for (const reference of importReferences(document.root)) {
      // The reader reports what is wrong with it.
      if (reference.location === undefined || reference.construct === "xs:redefine") continue;
      const place = { file: document.name, line: reference.element.line, column: reference.element.column };
      const found = await this.#reached(stored, reference, reference.location, place, depth);
      document.followed.add(reference.element);
      const { name: file, sha256: sum } = found;
      this.#imports.push({ from: document.name, location: reference.location, file, sha256: sum });
    }
  }

  async #reached(
    from: StoredDocument,
    reference: ImportReference,
    location: string,
    place: WsdlPlace,
    depth: number,
  ): Promise<LoadedDocument> {
    const fail = (reason: string, cause?: unknown): never => {
      throw new WsdlError(
        `the ${reference.construct} of ${quoteForeign(location)} was not followed: ${reason}`,
        place,
        cause,
      );
    };
    try {
      const target = await this.#store.resolve(from, location);
      if (target.identity === from.identity) return fail("the document imports itself");
      const known = this.#known.get(target.identity) ?? this.#known.get(partOf(reference.includedInto, target));
      if (known) return known;
      if (this.#documents.length > IMPORT_LIMIT)
        return fail(`the WSDL has more than ${IMPORT_LIMIT} imported documents`);
      if (depth > IMPORT_DEPTH) return fail(`it is more than ${IMPORT_DEPTH} imports away from the WSDL`);
      const document = await this.#read(target, target.name ?? this.#nameOf(reference), reference.includedInto);
      await this.#follow(document, target, depth + 1);
      return document;
    } catch (error) {
      if (!(error instanceof WsdlError) || error.place) throw error;
      return fail(error.message, error);
    }
  }

  async #read(target: StoredDocument, name: string, includedInto?: string) {
    const bytes = await this.#store.read(target, this.#maximumBytes - this.#bytes);
    this.#bytes += bytes.byteLength;
    const parsed = parseBytes(bytes, name);
    const adopts = includedInto !== undefined && isSchema(parsed) && !parsed.attributes.has("targetNamespace");
    const root = adopts ? adoptNamespace(parsed, includedInto) : parsed;
    const document = { name, root, bytes, sha256: sha256(bytes), followed: new Set<XmlElement>() };
    this.#documents.push(document);
    this.#known.set(adopts ? partOf(includedInto, target) : target.identity, document);
    return document;
  }

  /** `API.import-1.xsd`: an address is not a file name. */
  #nameOf({ construct }: ImportReference): string {
    const stem = (this.#documents[0]?.name ?? "wsdl").replace(/\.\w+$/, "");
    return `${stem}.import-${this.#documents.length}.${construct === "wsdl:import" ? "wsdl" : "xsd"}`;
  }
}

// A schema without a namespace that is included into two namespaces is two schemas.
function partOf(namespace: string | undefined, { identity }: StoredDocument): string {
  return `{${namespace}}${identity}`;
}
