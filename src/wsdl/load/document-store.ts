/** The source of a WSDL's documents: a folder, an origin, or pulled files. */
export interface DocumentStore {
  /** The WSDL itself. */
  readonly root: StoredDocument;
  /**
   * Resolves a reference in `from`.
   *
   * @throws {WsdlError} without a place, when it points outside the store.
   */
  resolve(from: StoredDocument, location: string): Promise<StoredDocument>;
  /**
   * @param maximumBytes how many bytes may still be read.
   * @throws {WsdlError} without a place, when it cannot be read or is larger.
   */
  read(document: StoredDocument, maximumBytes: number): Promise<Uint8Array>;
}

/** A document in a store. */
export interface StoredDocument {
  /** The same for two references to one document. */
  readonly identity: string;
  /** Its name in errors; undefined where the address must not be shown. */
  readonly name: string | undefined;
}
