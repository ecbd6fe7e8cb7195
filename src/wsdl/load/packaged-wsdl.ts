import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The path of the WSDL that comes with the package; undefined in a bundle, which does not contain it. */
export function packagedWsdlFile(): string | undefined {
  // Some bundlers leave it out.
  const here: string | undefined = import.meta.url;
  if (here === undefined) return undefined;
  // The compiled code lies deeper in the package than the source.
  let folder = new URL(".", here);
  while (!existsSync(new URL("package.json", folder))) {
    const above = new URL("..", folder);
    if (above.href === folder.href) return undefined;
    folder = above;
  }
  const file = new URL("wsdl/API.wsdl", folder);
  return isOwnPackage(new URL("package.json", folder)) && existsSync(file) ? fileURLToPath(file) : undefined;
}

/** The text of the WSDL that comes with the package; undefined where it is missing. */
export function packagedWsdl(): string | undefined {
  const file = packagedWsdlFile();
  return file === undefined ? undefined : readFileSync(file, "utf8");
}

// A bundle is part of another package, which may have a wsdl/API.wsdl of its own.
function isOwnPackage(manifest: URL): boolean {
  return /"name": *"rescue-soap-client"/.test(readFileSync(manifest, "utf8"));
}
