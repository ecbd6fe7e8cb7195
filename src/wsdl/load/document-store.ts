/** Where the documents of a WSDL are: a folder, an origin, or what was pulled. */
export interface DocumentStore {
  /** The WSDL itself. */
  readonly root: StoredDocument;
  /**
   * Where a reference in `from` leads.
   *
   * @throws {WsdlError} without a place, when it leads out of the store.
   */
  resolve(from: StoredDocument, location: string): Promise<StoredDocument>;
  /**
   * @param maximumBytes what may still be read.
   * @throws {WsdlError} without a place, when it cannot be read or is larger.
   */
  read(document: StoredDocument, maximumBytes: number): Promise<Uint8Array>;
}

/** A document in a store. */
export interface StoredDocument {
  /** The same for two references that lead to one document. */
  readonly identity: string;
  /** What errors call it; undefined where its address is better not shown. */
  readonly name: string | undefined;
}
