import { basename, dirname, join } from "node:path";
import type { DocumentStore } from "./document-store.js";
import { readFileCapped } from "./folder-store.js";
import { type ImportedFile, ORIGIN_FILE, sha256 } from "./origin.js";
import { WsdlError } from "./wsdl-error.js";

/**
 * The files that were pulled, as `origin.json` lists them: references lead where they led when they were pulled.
 *
 * @param name what errors call the WSDL; what it imports has no name then. Default: the names of the files.
 */
export function pulledStore(wsdlFile: string, imports: readonly ImportedFile[], name?: string): DocumentStore {
  const folder = dirname(wsdlFile);
  return {
    root: { identity: basename(wsdlFile), name: name ?? basename(wsdlFile) },
    async resolve(from, location) {
      const found = imports.find((one) => one.from === from.identity && one.location === location);
      if (!found) throw new WsdlError(`${ORIGIN_FILE} does not list it: pull again`);
      return { identity: found.file, name: name === undefined ? found.file : undefined };
    },
    async read({ identity }, maximumBytes) {
      const bytes = await readFileCapped(join(folder, identity), maximumBytes);
      const expected = imports.find((one) => one.file === identity)?.sha256;
      if (expected !== undefined && expected !== sha256(bytes)) {
        throw new WsdlError(
          `${identity} is not the file that ${ORIGIN_FILE} describes (its sha256 differs): pull again`,
        );
      }
      return bytes;
    },
  };
}
