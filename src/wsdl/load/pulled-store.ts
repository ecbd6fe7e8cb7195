import { basename, dirname, join } from "node:path";
import type { DocumentStore } from "./document-store.js";
import { readFileCapped } from "./folder-store.js";
import { type ImportedFile, ORIGIN_FILE, sha256 } from "./origin.js";
import { WsdlError } from "./wsdl-error.js";

/**
 * The pulled files, as `origin.json` lists them: references have the same targets as when they were pulled.
 *
 * @param name the WSDL's name in errors; its imports then have none. By default, files go by their own names.
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
