import { open, realpath, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, relative, resolve, sep } from "node:path";
import type { DocumentStore, StoredDocument } from "./document-store.js";
import { quoteForeign, unreachable, WsdlError } from "./wsdl-error.js";

/**
 * The files in the folder of a WSDL and in the folders below. Neither `..` nor a symbolic link can leave it.
 *
 * @param name the WSDL's name in errors; its imports then have none. By default, files go by their own names.
 * @throws {WsdlError} when there is no such file.
 */
export async function folderStore(file: string, name?: string): Promise<DocumentStore> {
  const folder = await reached(dirname(file), dirname(file));
  const root = { identity: await reached(file, basename(file)), name: name ?? plainFileName(basename(file)) };
  return {
    root,
    async resolve(from, location) {
      const path = pathOf(location);
      // For a WSDL that is a link, the folder of the link counts.
      const start = from === root ? folder : dirname(from.identity);
      const wanted = resolve(start, path);
      const outside = new WsdlError("it points outside the folder of the WSDL");
      if (!isInside(folder, wanted)) throw outside;
      const identity = await reached(wanted, path);
      if (!isInside(folder, identity)) throw outside;
      if (!(await stat(identity)).isFile()) throw new WsdlError(`${quoteForeign(path)} is not a file`);
      const inFolder = relative(folder, identity).split(sep).join("/");
      return { identity, name: name === undefined ? plainFileName(inFolder) : undefined };
    },
    read: (document: StoredDocument, maximumBytes: number) => readFileCapped(document.identity, maximumBytes),
  };
}

function pathOf(location: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(location) || location.startsWith("//")) {
    throw new WsdlError("only files next to the WSDL are followed: save it there and use a relative path");
  }
  const path = decoded(location);
  if (path === undefined || path === "" || path.includes("\0") || isAbsolute(path)) {
    throw new WsdlError("it is not a relative path");
  }
  return path;
}

function decoded(location: string): string | undefined {
  try {
    return decodeURIComponent(location);
  } catch {
    return undefined;
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function reached(path: string, shown: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    throw unreachable(`cannot read ${quoteForeign(shown)}: ${systemCode(error)}`, error);
  }
}

/** The bytes of a file, also of a device or pipe. @throws {WsdlError} when it cannot be read or has more than `maximumBytes`. */
export async function readFileCapped(path: string, maximumBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // Counted while reading: the size that a file system reports may be wrong.
    await using file = await open(path);
    for await (const chunk of file.createReadStream({ autoClose: false })) {
      length += (chunk as Buffer).length;
      if (length > maximumBytes) break;
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    throw unreachable(`cannot read ${quoteForeign(basename(path))}: ${systemCode(error)}`, error);
  }
  if (length > maximumBytes) {
    throw new WsdlError(`${quoteForeign(basename(path))} is larger than the remaining limit of ${maximumBytes} bytes`);
  }
  return Buffer.concat(chunks);
}

function systemCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown reason";
}

/** A file's name, safe to show in errors and generated headers. */
export function plainFileName(name: string): string {
  return name.replace(/[^\w./-]/g, "_").slice(0, 200);
}
